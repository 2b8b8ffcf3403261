import { catalogue } from './catalogue/index.ts';
import { RevokedToken } from './platform/access/revoked-token.entity.ts';
import type { Feature } from './platform/feature.ts';
import { IdempotencyRecord } from './platform/journal/idempotency-record.entity.ts';
import { ImportRun } from './platform/tables/import-run.entity.ts';
import { procurement } from './procurement/index.ts';

/** The features of Accord, each after those that it knows. */
export const features: readonly Feature[] = [catalogue, procurement];

/** Every table shape: the platform's own and the features'. */
export const entities = [IdempotencyRecord, ImportRun, RevokedToken, ...features.flatMap((feature) => feature.entities)];
