import type { Database } from '../platform/database/database.ts';
import { sealedBy, type Seal } from '../platform/seal/seal.ts';
import { ExpectedPriceSeal } from './expected-price-seal.entity.ts';
import { OpenedExpectedPrice } from './opened-expected-price.entity.ts';

/** Says of which talks the expected price could not be opened here, while there is time to find the key. */
export async function sealedElsewhere(database: Database, seal: Seal): Promise<string[]> {
  const em = database.fork();
  const waiting = await em.find(
    ExpectedPriceSeal,
    { negotiation: { status: { $in: ['ENVELOPE_SEALED', 'FIRST_QUOTE'] } } },
    { populate: ['negotiation'], orderBy: { negotiation: { code: 'asc' } } },
  );
  const opened = new Set((await em.find(OpenedExpectedPrice, {})).map(({ negotiation }) => negotiation.id));
  return waiting.flatMap(({ negotiation, sealedPrivateKey }) => {
    const needed = sealedBy(sealedPrivateKey);
    if (needed === seal.keyId || opened.has(negotiation.id)) return [];
    return [
      `talk ${negotiation.getEntity().code} is sealed under the key ${needed}, this server has ${seal.keyId}: put back sealing-key.json`,
    ];
  });
}
