import type { Tooth } from './tooth.ts';

const verifier = 'src/platform/access/verify-token.ts';
const matrix = ['test/features/token-matrix.test.ts'];

export const teeth: readonly Tooth[] = [
  {
    row: 'T1',
    breaks: 'any algorithm that fits a key may sign',
    file: verifier,
    find: 'issuer, audience, algorithms, clockTolerance, requiredClaims }',
    replace: 'issuer, audience, clockTolerance, requiredClaims }',
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'a token is taken for longer after its end',
    file: verifier,
    find: 'const clockTolerance = 5;',
    replace: 'const clockTolerance = 7;',
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'a delegated token is taken as its subject',
    file: verifier,
    find: `if ('act' in claims) throw`,
    replace: `if ('may_act' in claims) throw`,
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'a remembered token has no end',
    file: verifier,
    find: 'if (known && Math.floor(Date.now() / 1000) < known.exp + clockTolerance) {',
    replace: 'if (known) {',
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'a remembered token is not looked for among the revoked ones',
    file: verifier,
    find: 'refuseRevoked(known.jti, revoked);',
    replace: '',
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'a remembered token outlives the keys that proved it',
    file: 'src/platform/access/remembered-tokens.ts',
    find: 'found && found.fetch === fetch ? found : null',
    replace: 'found ?? null',
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'a withdrawn key serves for an hour',
    file: 'src/platform/access/trusted-issuer.ts',
    find: 'cacheMaxAge: 600_000',
    replace: 'cacheMaxAge: 3_600_000',
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'of two headers the first is taken',
    file: 'src/platform/http/serve-graphql.ts',
    find: `given.join(', ')`,
    replace: 'given[0]',
    tests: matrix,
  },
  {
    row: 'T1',
    breaks: 'a server that lost the list of revoked tokens takes every token',
    file: 'src/platform/access/revoked-tokens.ts',
    find: 'if (age > oldest) throw',
    replace: 'if (age > oldest * 1000) throw',
    tests: ['test/features/revoked-tokens.test.ts'],
  },
];
