import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { sealedBy, type Seal } from '../platform/seal/seal.ts';
import { RoundSeal } from './round-seal.entity.ts';
import type { Round } from './round.entity.ts';

/** The seal of a round; made where there is none yet. The round is held alone then: it gets one seal and no other. */
export async function sealOf(seal: Seal, em: EntityManager, round: Round): Promise<RoundSeal> {
  return (await em.findOne(RoundSeal, { round })) ?? em.create(RoundSeal, { round, ...(await seal.newPair(round.id)) });
}

/** Refuses a round whose seal this server could never open: a bid for it would be lost. */
export function requireSealingKey(seal: Seal, { sealedPrivateKey }: RoundSeal): Refusal[] {
  const needed = sealedBy(sealedPrivateKey) ?? 'unknown';
  if (needed === seal.keyId) return [];
  return [
    {
      code: 'SEALING_KEY_MISSING',
      field: 'roundCode',
      message: `The round is sealed under the key ${needed}; this server has ${seal.keyId}. Put back the sealing key of the round.`,
      messageZh: `本批次以密钥 ${needed} 密封,而本服务器的密钥为 ${seal.keyId}。请恢复该批次的密封密钥。`,
      rule: null,
      facts: [fact('needed', needed), fact('present', seal.keyId)],
    },
  ];
}
