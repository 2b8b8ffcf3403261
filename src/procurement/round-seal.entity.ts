import { defineEntity, p } from '@mikro-orm/core';
import { Round } from './round.entity.ts';

const schema = defineEntity({
  name: 'RoundSeal',
  tableName: 'round_seal',
  properties: {
    round: () => p.manyToOne(Round).fieldName('round_id').ref().primary(),
    publicKey: p.text(),
    sealedPrivateKey: p.text(),
    releasedKey: p.text().nullable(),
    releasedAt: p.datetime().nullable(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/**
 * The key pair under which the prices of a round are sealed. The private key is sealed itself, under the key of the server,
 * until the opening releases it: from then on the row opens every sealed price of the round without the server's key.
 */
export class RoundSeal extends schema.class {}
schema.setClass(RoundSeal);
