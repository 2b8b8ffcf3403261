import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../platform/database/database.ts';
import { journalled } from '../platform/journal/journalled.ts';
import { sealedBy, type Seal } from '../platform/seal/seal.ts';
import { holdRound } from './advance-round.ts';
import { Bid } from './bid.entity.ts';
import { RoundSeal } from './round-seal.entity.ts';
import { sealOf } from './round-seal.ts';
import { committedBid, sealPrice } from './sealed-price.ts';
import { valueOf } from '../kernel/verdict.ts';

/**
 * Seals the prices of bids that were recorded in plain text, before prices were sealed. Says of which rounds the seals
 * cannot be opened here, while there is time to find the key.
 */
export async function sealPlainBids(database: Database, seal: Seal): Promise<string[]> {
  const plain = await database
    .fork()
    .find(Bid, { status: 'SEALED', origin: 'RECORDED', price: { $ne: null } }, { populate: ['lot.round'] });
  for (const code of new Set(plain.map((bid) => bid.lot.getEntity().round.getEntity().code))) await sealRound(database, seal, code);
  const unreleased = await database
    .fork()
    .find(RoundSeal, { releasedKey: null }, { populate: ['round'], orderBy: { round: { code: 'asc' } } });
  return unreleased.flatMap(({ round, sealedPrivateKey }) => {
    const needed = sealedBy(sealedPrivateKey);
    if (needed === seal.keyId) return [];
    return [`round ${round.getEntity().code} is sealed under the key ${needed}, this server has ${seal.keyId}: put back sealing-key.json`];
  });
}

async function sealRound(database: Database, seal: Seal, code: string): Promise<void> {
  const act = {
    who: { role: 'OPERATOR', subject: 'seal-plain-bids' },
    when: new Date(),
    operation: 'sealPlainBids',
    request: null,
    why: null,
  };
  const work = async (em: EntityManager) => {
    const round = valueOf(await holdRound(em, code, 'EXCLUSIVE'));
    const { publicKey } = await sealOf(seal, em, round);
    const where = { lot: { round }, status: 'SEALED', origin: 'RECORDED', price: { $ne: null } } as const;
    for (const bid of await em.find(Bid, where, { populate: ['lot', 'product'] })) {
      Object.assign(bid, await sealPrice(publicKey, committedBid(round, bid), bid.price!), { price: null, comparableUnitPrice: null });
    }
  };
  // The price of before is what nobody may read from now on.
  await journalled(database.fork(), act, work, ['price', 'comparable_unit_price']);
}
