import type { Database } from '../database/database.ts';
import type { Seal } from '../seal/seal.ts';

/**
 * Keys the hashes of inputs that were kept before hashes were keyed: a price that was sealed could be found by trying
 * all against them. The keys go on to answer for the same inputs.
 */
export async function keyInputHashes({ pool }: Database, seal: Seal): Promise<void> {
  const { rows } = await pool.query<{ hash: string }>(
    `select distinct input_hash as hash from idempotency_record where input_hash ~ '^[0-9a-f]{64}$'`,
  );
  const plain = rows.map(({ hash }) => hash);
  if (plain.length === 0) return;
  await pool.query(
    `update idempotency_record kept set input_hash = hash.keyed from unnest($1::text[], $2::text[]) hash(plain, keyed)
     where kept.input_hash = hash.plain`,
    [plain, plain.map((hash) => seal.keyedHash(hash))],
  );
}
