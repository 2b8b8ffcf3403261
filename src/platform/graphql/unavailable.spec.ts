import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { formatError } from './errors.ts';
import { isUnavailable } from './unavailable.ts';

const withCode = (code: string) => Object.assign(new Error('said'), { code });

describe('a database that cannot serve at the moment', () => {
  it.each(['08006', '53100', '53300', '57P01', '57P02', '57P03', '58030', '25006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
    '%s is one',
    (code) => {
      expect(isUnavailable(withCode(code))).toBe(true);
    },
  );

  it.each(['23505', '40001', '57014', '42501', 'XX001', '57P0', 'ENOENT'])('%s is none', (code) => {
    expect(isUnavailable(withCode(code))).toBe(false);
  });

  it('is known by the words of the driver, and as the cause of another error', () => {
    expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isUnavailable(new Error('wrapped', { cause: withCode('57P02') }))).toBe(true);
    expect(isUnavailable(new Error('something else'))).toBe(false);
    expect(isUnavailable('57P02')).toBe(false);
  });

  it('is told as UNAVAILABLE in two languages, without a word of PostgreSQL', () => {
    const error = new GraphQLError('could not extend file "base/5/1": No space left', { originalError: withCode('53100'), path: ['a'] });
    const { message, path, extensions } = formatError(error.toJSON(), error);
    expect(path).toEqual(['a']);
    expect(message).toMatch(/^The database cannot do this at the moment/);
    expect(extensions).toEqual({ code: 'UNAVAILABLE', messageZh: expect.stringContaining('数据库暂时不可用') as string });
  });
});
