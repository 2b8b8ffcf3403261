import { sql } from 'kysely';
import { GraphQLString } from 'graphql';
import { always } from '../graphql/describe.ts';
import { by, defineList } from '../graphql/list.ts';
import { expression, pages, queries, reads } from '../graphql/reads.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { columnFilter } from '../read/filter.ts';
import { JournalRecord } from './journal-record.entity.ts';
import { JournalRecordConnection, JournalRecordType } from './journal.type.ts';
import { journalSight } from './rights.ts';

/** Whole values only: a search for parts of them would go through the whole journal. */
const exactly = (column: string, english: string, chinese: string) => by.code(columnFilter(column, 'text'), english, chinese);

const journalList = defineList({
  name: 'JournalRecord',
  entity: JournalRecord,
  // Its chain and number in one text: numbers alone are those of every chain.
  tieBreaker: { column: 'place', type: 'text' },
  defaultOrder: [
    [{ column: 'chain', type: 'text' }, 'ASC'],
    [{ column: 'seq', type: 'bigint' }, 'ASC'],
  ],
  fields: {
    chain: exactly('chain', 'The chain: the code of a pooling area, or `reference`.', '所属链:统筹区代码或 reference。'),
    seq: by.quantity('seq', 'bigint', 'The number in its chain.', '在链中的序号。'),
    operation: exactly('operation', 'The mutation, or `importFile`.', '操作名称或 importFile。'),
    tableName: exactly('table_name', 'The table that was changed.', '被更改的表。'),
    rowKey: exactly('row_key', 'The key of the row, its parts joined by `/`.', '该行的主键,各部分以 / 连接。'),
    subject: exactly('subject', 'Who did it.', '操作人。'),
    requestId: exactly('request_id', 'The id of the request.', '请求标识。'),
  },
  visible: journalSight.visible,
});

export const JournalQueries = queries({
  journal: pages(
    () => JournalRecordConnection,
    journalList,
    always(
      'The journal: every change of what is on record, chain by chain. Empty for whoever may not read it.',
      '审计日志:对已录入内容的每次更改,按链排列。无权查阅者得到空列表。',
    ),
  ),
});

export const journalReads = [
  reads(JournalRecordType, 'JournalRecord', JournalRecord, {
    recordedAt: expression(
      DateTimeScalar,
      () => sql`(t.content::jsonb ->> 'when')::timestamptz`,
      always('When it was done.', '操作时刻。'),
    ),
    previousHash: expression(
      GraphQLString,
      () => sql`encode(t.previous_hash, 'hex')`,
      always('The hash of the record before it in its chain, in hex.', '链中上一记录的哈希值(十六进制)。'),
    ),
    hash: expression(
      GraphQLString,
      () => sql`encode(t.hash, 'hex')`,
      always('SHA-256 over the previous hash and the bytes of the content, in hex.', '对上一哈希值与正文字节所作的 SHA-256(十六进制)。'),
    ),
  }),
];
