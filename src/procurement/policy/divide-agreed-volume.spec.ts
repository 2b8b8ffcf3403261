import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { divideAgreedVolume, type Demand, type VolumeToDivide, type Winner } from './divide-agreed-volume.ts';

const winner = (productCode: string, comparableUnitPrice: string, wishes: string[] = [], backupWishes: string[] = []): Winner => ({
  productCode,
  comparableUnitPrice,
  wishes,
  backupWishes,
});
const demand = (regionCode: string, institutionCode: string, quantity: number, productCode: string | null = null): Demand => ({
  regionCode,
  institutionCode,
  productCode,
  quantity,
});
const ask = (given: Partial<VolumeToDivide>): VolumeToDivide => ({
  scheme: 'national-drug',
  on: localDate('2022-07-12'),
  category: 'ORDINARY',
  chosenPercent: null,
  winners: [],
  demand: [],
  reassignments: [],
  ...given,
});
const total = (volumes: readonly { quantity: number }[]) => volumes.reduce((sum, each) => sum + each.quantity, 0);

describe('[RA1] [RA2] [RA4] the agreed volume of a lot', () => {
  it('goes whole to the only winner: half of each region, rounded there', () => {
    const divided = valueOf(
      divideAgreedVolume(ask({ winners: [winner('p', '1.0000')], demand: [demand('110000', 'a', 3), demand('310000', 'b', 5)] })),
    );
    expect(divided.explanations.get('p')!.steps.map((each) => [each.text, each.value])).toEqual([
      ['110000: 3 x 50 % = 2', '2'],
      ['310000: 5 x 50 % = 3', '3'],
      ['sum of the regions', '5'],
    ]);
    expect(divided).toMatchObject({
      percent: '50',
      volumes: [
        { productCode: 'p', institutionCode: 'a', quantity: 2 },
        { productCode: 'p', institutionCode: 'b', quantity: 3 },
      ],
      regions: [
        { productCode: 'p', areaCode: '110000', role: 'PRIMARY' },
        { productCode: 'p', areaCode: '310000', role: 'PRIMARY' },
      ],
    });
  });

  it('goes to the primary supplier of each region, chosen by the lowest price first', () => {
    const winners = [
      winner('cheap', '1.0000', ['310000', '110000'], ['110000']),
      winner('dear', '1.5000', ['310000', '110000'], ['310000']),
    ];
    const divided = valueOf(divideAgreedVolume(ask({ winners, demand: [demand('110000', 'a', 100), demand('310000', 'b', 200)] })));
    expect(divided.percent).toBe('60');
    expect(divided.volumes).toEqual([
      { productCode: 'dear', institutionCode: 'a', quantity: 60 },
      { productCode: 'cheap', institutionCode: 'b', quantity: 120 },
    ]);
    expect(divided.regions.filter((each) => each.role === 'BACKUP')).toEqual([
      { productCode: 'cheap', areaCode: '110000', role: 'BACKUP' },
      { productCode: 'dear', areaCode: '310000', role: 'BACKUP' },
    ]);
  });

  it('is the intended volume where institutions named products, re-assigned to the last unit', () => {
    const stents = ask({
      scheme: 'national-stent',
      on: localDate('2020-11-05'),
      winners: [winner('s', '469.0000')],
      demand: [demand('110000', 'a', 7, 's'), demand('110000', 'a', 3, 'other')],
    });
    const short = divideAgreedVolume({ ...stents, reassignments: [{ institutionCode: 'a', productCode: 's', quantity: 2 }] });
    expect(short.ok ? [] : short.refusals.map((each) => each.code)).toEqual(['REASSIGNMENT_NOT_EXACT']);
    const exact = divideAgreedVolume({ ...stents, reassignments: [{ institutionCode: 'a', productCode: 's', quantity: 3 }] });
    expect(valueOf(exact).explanations.get('s')).toMatchObject({ rule: 'procurement.intended-volume', steps: [{ value: '10' }] });
    expect(valueOf(exact)).toMatchObject({
      percent: null,
      volumes: [{ productCode: 's', institutionCode: 'a', quantity: 10 }],
      regions: [],
    });
  });

  it.each([
    ['NO_DEMAND', ask({ winners: [winner('p', '1.0000')] })],
    ['NO_DEMAND', ask({ demand: [demand('110000', 'a', 1)] })],
    [
      'DIVISION_NOT_ON_RECORD',
      ask({
        scheme: 'national-insulin',
        on: localDate('2021-11-26'),
        winners: [winner('p', '1.0000')],
        demand: [demand('110000', 'a', 1)],
      }),
    ],
    [
      'SHARE_TO_BE_CHOSEN',
      ask({ scheme: 'pilot-4plus7', on: localDate('2018-12-06'), winners: [winner('p', '1.0000')], demand: [demand('110000', 'a', 1)] }),
    ],
  ])('refuses with %s', (code, asked) => {
    const answer = divideAgreedVolume(asked);
    expect(answer.ok ? [] : answer.refusals.map((each) => each.code)).toEqual([code]);
  });

  it('promises neither more nor less than each region agreed, in whatever order demand arrives', () => {
    const reports = fc.array(
      fc.record({ region: fc.constantFrom('110000', '310000', '440000'), quantity: fc.integer({ min: 1, max: 1_000_000 }) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(reports, (rows) => {
        const given = rows.map(({ region, quantity }, index) => demand(region, `i${String(index).padStart(2, '0')}`, quantity));
        const wishes = ['110000', '310000', '440000'];
        const asked = ask({
          winners: [winner('a', '1.0000', wishes), winner('b', '1.1000', wishes), winner('c', '1.2000', wishes)],
          demand: given,
        });
        const divided = valueOf(divideAgreedVolume(asked));
        for (const of of Map.groupBy(given, (each) => each.regionCode).values()) {
          const base = of.reduce((sum, each) => sum + each.quantity, 0);
          const promised = divided.volumes.filter((each) => of.some((one) => one.institutionCode === each.institutionCode));
          expect(total(promised)).toBe(Math.floor((base * 7 + 5) / 10)); // 70 % for three winners, half up
          expect(new Set(promised.map((each) => each.productCode)).size).toBeLessThanOrEqual(1);
        }
        const reversed = valueOf(divideAgreedVolume({ ...asked, demand: given.toReversed() }));
        const sorted = (volumes: typeof divided.volumes) => volumes.toSorted((x, y) => (x.institutionCode < y.institutionCode ? -1 : 1));
        expect(sorted(reversed.volumes)).toEqual(sorted(divided.volumes));
      }),
      { numRuns: 200 },
    );
  });
});
