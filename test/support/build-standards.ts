import type { Caller } from '../../src/platform/access/caller.ts';
import { agencyOf } from './build-prepayment.ts';
import { record, type Row } from './build-recorder.ts';
import type { TestApp } from './app.ts';

/** A settlement system that prices claims. */
export const settlement: Partial<Caller> = { role: 'SETTLEMENT', subject: 'settlement-1' };

/** Puts a result in effect in an area, as its agency, which must be accepted. */
export const inEffect = (app: TestApp, area: string, input: object) =>
  mustRecord(app, area, 'putResultInEffect', { roundCode: 'GH-HD2020-1', source: '通知', ...input }, 'effectiveFrom');

/** Prescribes a ratio of the fund in an area, as its agency, which must be accepted. */
export const ratio = (app: TestApp, area: string, input: object) =>
  mustRecord(
    app,
    area,
    'prescribeFundRatio',
    { scheme: 'EMPLOYEE', effectiveFrom: '2021-01-01', source: '通知', ...input },
    'ratioPercent recordedAt',
  );

async function mustRecord(app: TestApp, area: string, act: string, input: object, selection: string): Promise<Row> {
  const { object, userErrors, errors } = await record(app, act, input, { selection, caller: agencyOf(area) });
  if (!object) throw new Error(`${act}: ${JSON.stringify({ userErrors, errors })}`);
  return object;
}

const lineFields = 'total standard basis priceUnit inScope ratioPercent inScopeAmount fundAmount patientAmount aboveStandardAmount reason';
const priceLinesQuery = (more = '') =>
  `query($lines: [ClaimLineInput!]!, $knownAt: DateTime) { priceLines(lines: $lines, knownAt: $knownAt) { ${lineFields} ${more} } }`;

/** A line of a claim: one stent of the 2020 round in Zhejiang, unless told otherwise. */
export const claimLine = (more: object = {}) => ({
  productCode: 'FIREBIRD2',
  areaCode: '330000',
  scheme: 'EMPLOYEE',
  asOf: '2022-03-01',
  price: '590',
  quantity: 1,
  ...more,
});

export type PricedLine = Readonly<Record<string, string | null>>;

export async function priced(app: TestApp, lines: readonly object[], knownAt: string | null = null, more = ''): Promise<PricedLine[]> {
  const answer = await app.ask<{ priceLines: PricedLine[] }>(priceLinesQuery(more), { lines, knownAt }, settlement);
  if (!answer.data?.priceLines) throw new Error(JSON.stringify(answer.errors));
  return answer.data.priceLines;
}
