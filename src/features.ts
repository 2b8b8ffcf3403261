import { catalogue } from './catalogue/index.ts';
import { RevokedToken } from './platform/access/revoked-token.entity.ts';
import { Decision } from './platform/approval/decision.entity.ts';
import { Proposal } from './platform/approval/proposal.entity.ts';
import type { Feature } from './platform/feature.ts';
import { journal } from './platform/journal/feature.ts';
import { ImportRun } from './platform/tables/import-run.entity.ts';
import { procurement } from './procurement/index.ts';

/** The features of Accord, each after those that it knows; the platform's own first. */
export const features: readonly Feature[] = [journal, catalogue, procurement];

/** Every table shape: the platform's own and the features'. */
export const entities = [ImportRun, RevokedToken, Proposal, Decision, ...features.flatMap((feature) => feature.entities)];
