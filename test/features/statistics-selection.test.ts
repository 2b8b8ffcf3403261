import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatisticsDimension } from '../../src/statistics/statistics-dimensions.ts';
import { importVolumes, procured } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { askStatistics, lastDay } from '../support/ask-statistics.ts';
import { data } from '../support/build-recorder.ts';

type Group = Readonly<Record<string, unknown>>;
interface Statistics {
  readonly dataThrough?: string | null;
  readonly rows?: readonly Group[];
}

const measures = [
  'containsSynthetic',
  'volumeCount',
  'agreedQuantity',
  'agreedAmount',
  'volumesWithoutPrice',
  'savings',
  'volumesWithoutSavings',
] as const;
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await procured(app, 'N');
  const file = ['N-1', 'N-2', 'N-3', 'N-4'].flatMap((institution, index) => [
    { round: 'N', product: 'N-a', institution, year: 2024, quantity: 11 + index, synthetic: index % 2 === 0 },
    { round: 'N', product: 'N-b', institution, year: 2025, quantity: 101 + index },
  ]);
  await importVolumes(app.database, file);
});
afterAll(() => app.stop());

const filter = { roundCode: { eq: 'N' } };

interface Asking {
  readonly fragments?: readonly string[];
  /** A variable of the directives. */
  readonly when?: boolean;
}

/** Asks for this much of the statistics; what was computed for it is read off the statement that was sent. */
async function ask(selection: string, groupBy: readonly StatisticsDimension[], { fragments = [], when }: Asking = {}) {
  app.database.forget();
  const document = `
    query($groupBy: [StatisticsDimension!]!, $filter: StatisticsFilter, $asOf: Date! ${when === undefined ? '' : '$when: Boolean!'}) {
      procurementStatistics(groupBy: $groupBy, filter: $filter, asOf: $asOf) { ${selection} }
    } ${fragments.join(' ')}`;
  const { procurementStatistics: answer } = await data<{ procurementStatistics: Statistics }>(app, document, {
    groupBy,
    filter,
    asOf: lastDay,
    when,
  });
  const sent = app.database.statements.find((text) => text.includes('agreed_volume'))!;
  return { answer, sent, computed: [...measures, 'dataThrough'].filter((each) => sent.includes(`as "${each}"`)) };
}

const money = 'fragment Money on StatisticsRow { agreedAmount }';
const amounts = 'fragment Amounts on StatisticsRow { agreedQuantity ...Money }';
const all = 'fragment All on ProcurementStatistics { rows { ...Amounts } ... on ProcurementStatistics { dataThrough } }';

/** One grouping for each relation that can be read. */
const groupings: [table: string, groupBy: StatisticsDimension[]][] = [
  ['"agreed_volume_rollup_by_product"', []],
  ['"agreed_volume_rollup_by_product"', ['ROUND', 'LOT', 'PRODUCT', 'ENTERPRISE', 'AGREEMENT_YEAR']],
  ['"agreed_volume_rollup_by_area"', ['AREA']],
  ['"agreed_volume_rollup_by_area"', ['ROUND', 'AREA', 'AGREEMENT_YEAR']],
  ['"agreed_volume_rollup"', ['AREA', 'PRODUCT']],
  ['from agreed_volume v', ['INSTITUTION']],
];

describe.each(groupings)('of %s by %s', (table, groupBy) => {
  it('each measure alone is what it is among the others', async () => {
    const { rows: whole } = await askStatistics(app, groupBy, filter);
    expect(whole.length).toBeGreaterThan(0);
    for (const measure of measures) {
      const { answer, sent, computed } = await ask(`rows { ${measure} }`, groupBy);
      expect(answer).toEqual({ rows: whole.map((row) => ({ [measure]: row[measure] })) });
      expect(computed).toEqual([measure]);
      expect(sent).toContain(table);
    }
  });

  it('groups are told without any measure, and the latest recording without any group', async () => {
    const { rows: whole, dataThrough } = await askStatistics(app, groupBy, filter);
    const groups = await ask('rows { __typename }', groupBy);
    expect([groups.answer, groups.computed]).toEqual([{ rows: whole.map(() => ({ __typename: 'StatisticsRow' })) }, []]);
    const latest = await ask('dataThrough', groupBy);
    expect([latest.answer, latest.computed]).toEqual([{ dataThrough }, ['dataThrough']]);
  });
});

describe('a measure is found', () => {
  let whole: readonly Group[];
  let dataThrough: string | null;
  beforeAll(async () => {
    const { rows, ...rest } = await askStatistics(app, ['AREA'], filter);
    whole = rows.map((row) => ({ ...row }));
    ({ dataThrough } = rest);
  });
  const some = (...names: string[]) => whole.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));

  it('in fragments, in fragments of these, and in inline ones', async () => {
    const named = await ask('rows { ...Amounts }', ['AREA'], { fragments: [amounts, money] });
    expect(named.answer.rows).toEqual(some('agreedQuantity', 'agreedAmount'));
    const inline = await ask('rows { ... on StatisticsRow { volumeCount ... { savings } } }', ['AREA']);
    expect(inline.answer.rows).toEqual(some('volumeCount', 'savings'));
    const above = await ask('...All', ['AREA'], { fragments: [all, amounts, money] });
    expect(above.answer).toEqual({ dataThrough, rows: some('agreedQuantity', 'agreedAmount') });
  });

  it('under aliases, of itself and of what it lies in', async () => {
    const swapped = await ask('rows { savings: agreedAmount agreedAmount: savings again: savings }', ['AREA']);
    expect(swapped.answer.rows).toEqual(
      whole.map((row) => ({ savings: row['agreedAmount'], agreedAmount: row['savings'], again: row['savings'] })),
    );
    const twice = await ask('few: rows { volumeCount } rows { agreedQuantity } rows { savings }', ['AREA']);
    expect(twice.answer).toEqual({ few: some('volumeCount'), rows: some('agreedQuantity', 'savings') });
  });

  it('where the query is asked twice in one request, each time its own', async () => {
    const one = (selection: string) =>
      `procurementStatistics(groupBy: [AREA], filter: { roundCode: { eq: "N" } }, asOf: "${lastDay}") { ${selection} }`;
    const document = `{ a: ${one('rows { volumeCount }')} b: ${one('rows { agreedAmount } dataThrough')} }`;
    const both = await data<Record<string, Statistics>>(app, document, {});
    expect(both).toEqual({ a: { rows: some('volumeCount') }, b: { rows: some('agreedAmount'), dataThrough } });
  });

  it('unless it is skipped, by the variables of each request', async () => {
    const selection = 'rows { volumeCount @include(if: $when) agreedAmount @skip(if: $when) ...Money @include(if: $when) }';
    for (const when of [true, false, true]) {
      const { answer, computed } = await ask(selection, ['AREA'], { when, fragments: [money] });
      const asked = when ? ['volumeCount', 'agreedAmount'] : ['agreedAmount'];
      expect([answer.rows, computed]).toEqual([some(...asked), asked]);
    }
    const none = await ask('dataThrough rows @skip(if: $when) { ...Money }', ['AREA'], { when: true, fragments: [money] });
    expect([none.answer, none.computed]).toEqual([{ dataThrough }, ['dataThrough']]);
  });
});
