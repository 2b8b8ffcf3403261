import { catalogue } from './catalogue/index.ts';
import { continuity } from './continuity/index.ts';
import { negotiation } from './negotiation/index.ts';
import { diseaseGroup } from './disease-group/index.ts';
import { RevokedToken } from './platform/access/revoked-token.entity.ts';
import { Decision } from './platform/approval/decision.entity.ts';
import { Proposal } from './platform/approval/proposal.entity.ts';
import type { Feature } from './platform/feature.ts';
import { journal } from './platform/journal/feature.ts';
import { live } from './platform/live/feature.ts';
import { ImportRun } from './platform/tables/import-run.entity.ts';
import { payment } from './payment/index.ts';
import { procurement } from './procurement/index.ts';
import { standard } from './standard/index.ts';
import { retention } from './retention/index.ts';
import { statistics } from './statistics/index.ts';
import { supply } from './supply/index.ts';

/** The features of Accord, each after those that it knows; the platform's own first. */
export const features: readonly Feature[] = [
  journal,
  live,
  catalogue,
  procurement,
  negotiation,
  standard,
  supply,
  payment,
  continuity,
  retention,
  diseaseGroup,
  statistics,
];

/** Every kind of file that `npm run import` takes in. */
export const fileKinds = features.flatMap(({ tables, acts = [] }) => [...tables, ...acts]);

/** Every table shape: the platform's own and the features'. */
export const entities = [ImportRun, RevokedToken, Proposal, Decision, ...features.flatMap((feature) => feature.entities)];
