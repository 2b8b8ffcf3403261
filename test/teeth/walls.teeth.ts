import type { Tooth } from './tooth.ts';

const snapshot = 'src/platform/read/snapshot.ts';
const policies = 'src/platform/database/migrations/m0011-second-wall.ts';

export const teeth: readonly Tooth[] = [
  {
    row: 'T2',
    breaks: 'the database shows a bidder the sealed bids of all',
    file: policies,
    find: "${sees('bid', ['enterprise'], `status <> 'SEALED' or ${ownBid}`)}",
    replace: "${sees('bid', ['enterprise'], 'true')}",
    tests: ['test/access/walls-alone.test.ts'],
    named: 'the database alone',
  },
  {
    row: 'T2',
    breaks: 'the program shows every caller the drafts',
    file: 'src/procurement/rights.ts',
    find: 'export const roundSeen = seenBy(preparing, begunRounds);',
    replace: 'export const roundSeen = seenBy(preparing, allRows);',
    tests: ['test/access/walls-alone.test.ts'],
    named: 'the program alone',
  },
  {
    row: 'T3',
    breaks: 'a table without row-level security',
    file: policies,
    find: "relkind in ('r', 'p') loop",
    replace: "relkind in ('r', 'p') and relname <> 'lot' loop",
    tests: ['test/access/second-wall.test.ts'],
    named: 'has no hole',
  },
  {
    row: 'T4',
    breaks: 'the identity of a caller outlives its transaction',
    file: 'src/platform/access/identity.ts',
    find: '`set local ${name} = ${pg.escapeLiteral(value)}`',
    replace: '`set ${name} = ${pg.escapeLiteral(value)}`',
    tests: ['test/access/pool-hygiene.test.ts'],
    named: 'leaves every connection',
  },
  {
    row: 'T5',
    breaks: 'another’s row is refused instead of not being there',
    file: snapshot,
    find: '    return rows;\n  }\n\n  /** The rows of a query of a resolver',
    replace:
      "    if (statement.text.includes('from \"bid\"') && rows.length === 0) throw new Error('not yours');\n    return rows;\n  }\n\n  /** The rows of a query of a resolver",
    tests: ['test/access/existence.test.ts'],
    named: 'by id',
  },
  {
    row: 'T6',
    breaks: 'a caller is known by the name that a field was given',
    file: 'src/procurement/rights.ts',
    find: 'export const demandReportSeen = seenBy({ ...preparing, INSTITUTION: ownInstitution }, noRows);',
    replace: 'export const demandReportSeen = seenBy({ ...preparing, INSTITUTION: allRows }, noRows);',
    tests: ['test/access/walls-alone.test.ts'],
    named: 'the program alone',
  },
];
