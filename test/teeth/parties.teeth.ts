import type { Tooth } from './tooth.ts';

const sides = ['test/access/two-sides.test.ts'];

export const teeth: readonly Tooth[] = [
  {
    row: 'T2',
    breaks: 'the database lets an institution order under the agreement of another: the program does not',
    file: 'src/platform/database/migrations/policies.ts',
    find: "export const ownInstitution = `institution_id = (select i.id from institution i where i.code = ${setting('institution')})`;",
    replace: 'export const ownInstitution = `true`;',
    tests: ['test/access/two-sides-acts.test.ts'],
    named: 'placeOrders is refused as if',
    holds: true,
  },
  {
    row: 'T2',
    breaks: 'the program lets an institution order under the agreement of another: the database does not',
    file: 'src/supply/own-agreement.ts',
    find: "claim('INSTITUTION', 'institution')",
    replace: 'null',
    tests: ['test/access/two-sides-acts.test.ts'],
    named: 'placeOrders is refused as if',
    holds: true,
  },
  {
    row: 'T2',
    breaks: 'the program has a list without its visibility',
    file: 'src/payment/lists.ts',
    find: '  visible: payableSeen.visible,',
    replace: '  visible: () => null,',
    tests: sides,
    named: 'with the database leaving it to the other',
  },
  {
    row: 'T2',
    breaks: 'the program has a list without its visibility: the database still hides its rows',
    file: 'src/payment/lists.ts',
    find: '  visible: payableSeen.visible,',
    replace: '  visible: () => null,',
    tests: sides,
    named: 'is told on every path',
    holds: true,
  },
  {
    row: 'T2',
    breaks: 'the database shows an agency the payables of all areas',
    file: 'src/platform/database/migrations/m0014-payment.ts',
    find: "${sees('payable', ['agency'], ownArea)}",
    replace: "${sees('payable', ['agency'], 'true')}",
    tests: sides,
    named: 'with the program leaving it to the other',
  },
  {
    row: 'T2',
    breaks: 'the database shows an institution the sums of its area',
    file: 'src/platform/database/migrations/m0016-performance-rollups.ts',
    find: "${sees('payable_rollup', ['institution'], inAct('acceptDeliveries'))}",
    replace: "${sees('payable_rollup', ['institution'], 'true')}",
    tests: sides,
    named: 'is summed by the database alone',
  },
];
