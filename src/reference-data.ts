import type { Database } from './platform/database/database.ts';

/** Loads the reference data of `seeds/` once. */
export async function loadReferenceData(_database: Database): Promise<void> {}
