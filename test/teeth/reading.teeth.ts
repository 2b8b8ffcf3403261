import type { Tooth } from './tooth.ts';

export const teeth: readonly Tooth[] = [
  {
    row: 'seal',
    breaks: 'a sealed price is shown to whoever sees the bid',
    file: 'src/procurement/procurement.reads.ts',
    find: `case when t.status <> 'SEALED'\${own} then \${sql.ref(\`t.\${column}\`)} end`,
    replace: '${sql.ref(`t.${column}`)}',
    tests: ['test/features/sealing.test.ts'],
  },
];
