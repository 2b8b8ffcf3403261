import { describe, expect, it } from 'vitest';
import { code, text } from './column-type.ts';
import { matchHeaders, type HeaderProblems } from './match-headers.ts';
import type { TableImport } from './table-import.ts';

const table = (kind: string, ...names: string[]): TableImport => ({
  kind,
  title: { en: kind, zh: kind },
  table: kind,
  hasId: true,
  columns: [
    ...names.map((name) => ({ name, aliases: [`${name}中文`], type: code(), required: true })),
    { name: 'note', aliases: ['备注'], type: text() },
  ],
  key: { columns: ['code'], cells: ['code'] },
  checks: [],
});
const tables = [table('pens', 'code', 'colour'), table('cups', 'code', 'size')];
const problems = (headers: string[], among = tables) => {
  try {
    return matchHeaders(headers, 1, among).table.kind;
  } catch (error) {
    return (error as HeaderProblems).problems.map(({ problem, column }) => `${problem.code} ${column}`);
  }
};

describe('headers', () => {
  it('say the kind of the file', () => {
    expect(problems(['code', 'size'])).toBe('cups');
    expect(problems(['备注', 'COLOUR', 'code中文'])).toBe('pens');
  });

  it('are found wherever they stand, and blank ones remembered', () => {
    expect(matchHeaders(['', 'note', 'size', 'code'], 1, tables)).toMatchObject({ positions: [3, 2, 1], blank: [0], width: 4 });
  });

  it('are all judged at once, against the nearest kind', () => {
    expect(problems(['code', 'sise', 'note'])).toEqual(['COLUMN_UNKNOWN sise', 'COLUMN_MISSING size']);
  });

  it('of no kind name the kinds', () => expect(problems(['x', 'y'])).toEqual(['KIND_NOT_RECOGNISED null']));

  it('of two kinds ask for the kind', () =>
    expect(problems(['code', 'size'], [tables[1]!, table('bowls', 'code', 'size')])).toEqual(['KIND_AMBIGUOUS null']));

  it('of a named kind are judged by it alone', () => expect(problems(['x', 'y'], [tables[0]!])).toContain('COLUMN_MISSING colour'));
});
