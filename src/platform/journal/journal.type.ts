import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.ts';
import { always, bilingual, maybe } from '../graphql/describe.ts';
import { DateTimeScalar, QuantityScalar } from '../graphql/scalars.ts';
import { journalSight } from './rights.ts';

@ObjectType('JournalRecord', {
  simpleResolvers: true,
  description: journalSight.words(
    'One record of the journal: what an act did to one row, or to a table by a file.',
    '审计日志的一条记录:一次操作对一行数据的更改,或一份文件对一张表的更改。',
  ),
})
export class JournalRecordType {
  @Field(
    () => String,
    always(
      'The chain: the code of a pooling area, or `reference` for what belongs to none.',
      '所属链:统筹区代码;不属于任何统筹区的为 reference。',
    ),
  )
  chain!: string;

  @Field(() => QuantityScalar, always('The number in its chain, from 1 without gaps.', '在链中的序号,自 1 起连续。'))
  seq!: number;

  @Field(() => String, always('The mutation, or `importFile` for a file.', '操作名称;文件导入为 importFile。'))
  operation!: string;

  @Field(() => String, always('The table that was changed.', '被更改的表。'))
  tableName!: string;

  @Field(
    () => String,
    maybe('The key of the row, its parts joined by `/`; null for a file.', '该行的主键,各部分以 / 连接;文件导入时为空。'),
  )
  rowKey!: string | null;

  @Field(() => String, maybe('Who did it, as the issuer of the token names them.', '操作人(令牌签发方给出的名称)。'))
  subject!: string | null;

  @Field(() => String, maybe('The id of the request; null for a file.', '请求标识;文件导入时为空。'))
  requestId!: string | null;

  @Field(
    () => String,
    always(
      'The text of the record, JSON exactly as it was hashed: when, who, operation, request, table, row, key, from, to, why; of a file its name, its SHA-256 and how many rows it added.',
      '记录正文,即参与哈希的 JSON 原文:时间、操作人、操作、请求、表、行、主键、更改前、更改后、原因;文件则为文件名、SHA-256 与新增行数。',
    ),
  )
  content!: string;
}

export const JournalRecordConnection = connectionOf(JournalRecordType, 'JournalRecord', '审计日志记录');

@ObjectType('JournalHead', {
  simpleResolvers: true,
  description: bilingual('The last record of a chain of the journal.', '审计日志一条链的末尾记录。'),
})
class JournalHead {
  @Field(() => String, always('The chain.', '所属链。'))
  chain!: string;

  @Field(() => QuantityScalar, always('The number of its last record.', '末尾记录的序号。'))
  seq!: number;

  @Field(() => String, always('The hash of its last record, in hex.', '末尾记录的哈希值(十六进制)。'))
  hash!: string;
}

@ObjectType('JournalCheckpoint', {
  simpleResolvers: true,
  description: bilingual(
    'Where each chain of the journal ends at a moment. Whoever keeps it can show later that nothing before was cut off or written anew.',
    '某一时刻审计日志各链的末尾。保存者日后可据此证明此前的记录未被截断或重写。',
  ),
})
export class JournalCheckpointType {
  @Field(() => DateTimeScalar, always('The moment.', '时刻。'))
  takenAt!: Date;

  @Field(() => [JournalHead], always('The chains that have records, by name.', '有记录的各链,按名称排序。'))
  chains!: JournalHead[];
}
