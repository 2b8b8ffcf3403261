import { Extensions, Field, InputType, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { always, bilingual, maybe } from './describe.ts';
import { UserErrorType } from './explanation.type.ts';
import { pointers } from './reads.ts';

/** The payload of a mutation: its object under `field` (null when refused) and the refusals. */
export function payloadOf(mutation: string, field: string, object: ClassType, objectZh: string): ClassType {
  const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Payload`;

  @ObjectType(name, { simpleResolvers: true, description: bilingual(`The answer of ${mutation}.`, `${mutation} 的结果。`) })
  class Payload {
    @Field(
      () => [UserErrorType],
      always('Why it was refused; empty when it was done. A refusal changes nothing.', '拒绝原因;成功时为空。被拒绝时不作任何更改。'),
    )
    userErrors!: UserErrorType[];
  }
  const words = maybe('The object as recorded; null when refused.', `录入后的${objectZh};被拒绝时为空。`);
  pointers(Payload, { [field]: { type: () => object, words, meaning: { kind: 'recorded', by: field } } });
  return Payload;
}

/** What becomes of a batch of which some rows are refused. */
export enum ErrorPolicy {
  REJECT_EVERYTHING = 'REJECT_EVERYTHING',
  REJECT_FAILED_ROWS = 'REJECT_FAILED_ROWS',
}
registerEnumType(ErrorPolicy, {
  name: 'ErrorPolicy',
  description: bilingual('What becomes of a batch of which some rows are refused.', '批量录入中有行被拒绝时的处理方式。'),
  valuesConfig: {
    REJECT_EVERYTHING: { description: bilingual('Nothing is recorded.', '全部不录入。') },
    REJECT_FAILED_ROWS: { description: bilingual('The others are recorded.', '录入其余各行。') },
  },
});

/**
 * The payload of a mutation over `rows`: for each row in its place the object under `field` or the refusals, how many
 * there are of both, and why all was refused.
 */
export function batchPayloadOf(mutation: string, field: string, object: ClassType, objectZh: string): ClassType {
  const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;

  @ObjectType(`${name}Result`, {
    simpleResolvers: true,
    description: bilingual(`What became of one row of ${mutation}.`, `${mutation} 中一行的结果。`),
  })
  class Result {
    @Field(() => Int, always('The place of the row in the input, from 0.', '该行在输入中的序号,从 0 开始。')) index!: number;
    @Field(() => [UserErrorType], always('Why the row was refused; empty for one that was not.', '该行被拒绝的原因;未被拒绝时为空。'))
    userErrors!: UserErrorType[];
  }
  const words = maybe('The object as recorded; null when it was not.', `录入后的${objectZh};未录入时为空。`);
  pointers(Result, { [field]: { type: () => object, words, meaning: { kind: 'recorded', by: field } } });

  @Extensions({ batch: true })
  @ObjectType(`${name}Payload`, { simpleResolvers: true, description: bilingual(`The answer of ${mutation}.`, `${mutation} 的结果。`) })
  class Payload {
    @Field(() => [Result], always('One for each row, in the order of the input.', '每行一项,与输入次序相同。')) results!: Result[];
    @Field(() => Int, always('How many rows were recorded.', '已录入行数。')) recordedRows!: number;
    @Field(() => Int, always('How many rows have refusals of their own.', '本身被拒绝的行数。')) refusedRows!: number;
    @Field(
      () => [UserErrorType],
      always(
        'Why nothing was recorded; empty when something was. A refusal changes nothing.',
        '未录入任何数据的原因;有数据录入时为空。被拒绝时不作任何更改。',
      ),
    )
    userErrors!: UserErrorType[];
  }
  return Payload;
}

/** What every mutation's input carries. */
@InputType({ description: bilingual('What every input carries.', '所有输入共有的内容。') })
export abstract class RecordingInput {
  @Field(
    () => String,
    always(
      'A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.',
      '自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。',
    ),
  )
  idempotencyKey!: string;
}

/** What the input of every mutation over `rows` carries. */
@InputType({ description: bilingual('What every input with rows carries.', '所有批量输入共有的内容。') })
export abstract class BatchInput extends RecordingInput {
  @Field(() => ErrorPolicy, {
    ...always('What becomes of the others when a row is refused.', '有行被拒绝时其余各行的处理方式。'),
    defaultValue: ErrorPolicy.REJECT_EVERYTHING,
  })
  errorPolicy!: ErrorPolicy;
}
