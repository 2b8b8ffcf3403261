import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'RevokedToken',
  tableName: 'revoked_token',
  properties: {
    jti: p.text().primary(),
    issuer: p.text().nullable(),
    expiresAt: p.datetime().nullable(),
    reason: p.text().nullable(),
    revokedBy: p.text(),
    revokedAt: p.datetime().defaultRaw('now()'),
  },
});

/** A token that is refused although it has not expired. Where its end is not known it stays for good. */
export class RevokedToken extends schema.class {}
schema.setClass(RevokedToken);
