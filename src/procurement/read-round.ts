import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../platform/graphql/context.ts';
import { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import { visibleSelected } from './lists.ts';
import { Lot } from './lot.entity.ts';
import { RoundTransition } from './round-transition.entity.ts';

interface PriceRange {
  lowest: string | null;
  highest: string | null;
}

interface RoundLoaders {
  priceRange: DataLoader<string, PriceRange>;
  lotByCode: DataLoader<string, Lot | null>;
  transitions: DataLoader<string, RoundTransition[]>;
  amendments: DataLoader<string, AgreedVolumeAmendment[]>;
}

const loadersOf = new WeakMap<EntityManager, RoundLoaders>();

/** The loaders of one request; they end with its entity manager, as do the rows that they hold. */
function loaders(context: Context): RoundLoaders {
  let found = loadersOf.get(context.em);
  if (!found) loadersOf.set(context.em, (found = makeLoaders(context)));
  return found;
}

/** The lowest and highest winning price on record of a round's selected products, of those that the caller may see. */
export const priceRangeOfRound = (context: Context, round: string) => loaders(context).priceRange.load(round);

/** The lot of a round by its code; null when there is none. */
export const lotByCode = (context: Context, round: string, code: string) => loaders(context).lotByCode.load(`${round}/${code}`);

/** The recorded acts of a round, oldest first. */
export const transitionsOfRound = (context: Context, round: string) => loaders(context).transitions.load(round);

/** The amendments of an agreed volume, oldest first. */
export const amendmentsOfVolume = (context: Context, volume: string) => loaders(context).amendments.load(volume);

function makeLoaders({ em, caller }: Context): RoundLoaders {
  return {
    priceRange: new DataLoader(async (rounds) => {
      const query = sql<PriceRange & { round: string }>`
        select round_id as round, min(winning_price)::text as lowest, max(winning_price)::text as highest
        from selected_product t where round_id = any(${[...rounds]}::uuid[]) and ${visibleSelected(caller) ?? sql`true`} group by round_id`;
      const found = new Map((await query.execute(em.getKysely())).rows.map((row) => [row.round, row]));
      return rounds.map((round) => found.get(round) ?? { lowest: null, highest: null });
    }),
    lotByCode: new DataLoader(async (keys) => {
      const asked = keys.map((key) => ({ round: key.slice(0, 36), code: key.slice(37) }));
      const found = await em.find(Lot, { $or: asked });
      const byKey = new Map(found.map((lot) => [`${lot.round.id}/${lot.code}`, lot]));
      return keys.map((key) => byKey.get(key) ?? null);
    }),
    transitions: new DataLoader(async (rounds) => {
      const found = await em.find(RoundTransition, { round: { $in: [...rounds] } }, { orderBy: { id: 'asc' } });
      const byRound = Map.groupBy(found, (each) => each.round.id);
      return rounds.map((round) => byRound.get(round) ?? []);
    }),
    amendments: new DataLoader(async (volumes) => {
      const found = await em.find(AgreedVolumeAmendment, { agreedVolumeId: { $in: [...volumes] } }, { orderBy: { id: 'asc' } });
      const byVolume = Map.groupBy(found, (each) => each.agreedVolumeId);
      return volumes.map((volume) => byVolume.get(volume) ?? []);
    }),
  };
}
