import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { features } from './features.ts';
import type { Database } from './platform/database/database.ts';
import { keyInputHashes } from './platform/journal/key-input-hashes.ts';
import type { Seal } from './platform/seal/seal.ts';
import { ImportRun } from './platform/tables/import-run.entity.ts';
import { importFile } from './platform/tables/import-file.ts';
import type { TableImport } from './platform/tables/table-import.ts';

const seeds = new URL('../seeds/', import.meta.url);
const recordedBy = 'reference data';

/** The kinds that have a file in `seeds/`, in the order in which they refer to each other. */
const seeded = [
  'areas',
  'policy-documents',
  'enterprises',
  'products',
  'rounds',
  'lots',
  'bids',
  'outcomes',
  'supply-regions',
  'enterprise-bars',
  'credit-ratings',
  'listing-suspensions',
  'round-implementations',
  'negotiations',
  'calendar',
];

/**
 * Loads the reference data of `seeds/` through the same door as every other file. A file that was taken in before is
 * known by its hash and not read again; an interrupted load goes on where it stopped.
 */
export async function loadReferenceData(database: Database): Promise<void> {
  const known = new Set((await database.fork().find(ImportRun, { recordedBy })).map((run) => run.fileSha256));
  for (const kind of seeded) {
    const file = new URL(`${kind}.csv`, seeds);
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    if (!known.has(hash)) await load(database, tableOf(kind), fileURLToPath(file));
  }
  await settleFeatures(database);
}

/** Brings up to date what features derive from rows that came in by file. */
export async function settleFeatures(database: Database): Promise<void> {
  for (const feature of features) await feature.settle?.(database);
}

/** What the journal and the features need before anybody is served; what is wrong comes back in a line each. */
export async function prepareFeatures(database: Database, seal: Seal): Promise<string[]> {
  await keyInputHashes(database, seal);
  const lines: string[] = [];
  for (const feature of features) lines.push(...((await feature.prepare?.(database, seal)) ?? []));
  return lines;
}

async function load(database: Database, table: TableImport, file: string): Promise<void> {
  const report = await importFile({ database, table, source: file, fileName: `seeds/${table.kind}.csv`, recordedBy });
  const [first] = report.errors;
  if (first)
    throw new Error(
      `${report.fileName}: ${report.errorCount} errors, the first in row ${first.row}, column ${first.column}: ${first.message}`,
    );
}

function tableOf(kind: string): TableImport {
  const table = features.flatMap((feature) => [...feature.tables]).find((each) => each.kind === kind);
  if (!table) throw new Error(`no feature takes in ${kind}`);
  return table;
}
