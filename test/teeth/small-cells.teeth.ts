import type { Tooth } from './tooth.ts';

const demand = ['test/features/demand-statistics.test.ts'];
const bulletins = ['test/features/performance-bulletin.test.ts'];

export const teeth: readonly Tooth[] = [
  {
    row: 'T8',
    breaks: 'one contributor is enough for a figure',
    file: 'src/procurement/policy/small-cell.clauses.ts',
    find: 'value: { minimum: 3 }',
    replace: 'value: { minimum: 1 }',
    tests: demand,
  },
  {
    row: 'T8',
    breaks: 'enterprises do not count',
    file: 'src/procurement/publish-demand.ts',
    find: 'enterprises: enterprises === 0 ? null : enterprises',
    replace: 'enterprises: enterprises === 0 ? null : institutions',
    tests: demand,
  },
  {
    row: 'T8',
    breaks: 'everybody gets figures of the reports, whole blocks or not',
    file: 'src/procurement/demand-statistics.ts',
    find: 'demandReportSeen.visible(context.caller) === null ? reports : published',
    replace: `context.caller.role !== 'ANONYMOUS' ? reports : published`,
    tests: demand,
  },
  {
    row: 'T8',
    breaks: 'what is published follows each later report',
    file: 'src/procurement/publish-demand.ts',
    find: `d.confidence = 'SYNTHETIC' as synthetic, sum(d.quantity)`,
    replace: 'false as synthetic, sum(d.quantity)',
    tests: demand,
  },
  {
    row: 'T8',
    breaks: 'a bulletin tells what few have changed since the one before',
    file: 'src/statistics/policy/told-block.ts',
    find: 'given.changed === null ||',
    replace: 'true ||',
    tests: bulletins,
  },
  {
    row: 'T8',
    breaks: 'products less areas tell an area that is withheld',
    file: 'src/statistics/publish-performance.ts',
    find: `suppressed.set(named.get(name)!, 'DERIVABLE')`,
    replace: 'void name',
    tests: ['test/features/bulletin-differences.test.ts'],
  },
];
