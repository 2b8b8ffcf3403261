import { Field, InputType, ObjectType, type ClassType } from 'type-graphql';
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
