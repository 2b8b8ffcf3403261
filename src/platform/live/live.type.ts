import { Field, ID, ObjectType } from 'type-graphql';
import { always, bilingual, maybe } from '../graphql/describe.ts';

@ObjectType('ChangedOperation', {
  description: bilingual(
    'That objects of a kind were recorded or changed: which figures to ask for again, and no figure.',
    '某类对象已录入或更改:提示应重新查询哪些数据,本身不含任何数据。',
  ),
})
export class ChangedOperationType {
  @Field(
    () => String,
    maybe('The mutation that did it; null for a role that has no part in it.', '所执行的变更操作;调用者角色与之无关时为空。'),
  )
  operation!: string | null;

  @Field(() => String, always('The name of the type of the objects, such as `Proposal`.', '对象的类型名,如 Proposal。'))
  kind!: string;

  @Field(
    () => String,
    maybe('The code of the pooling area to which they belong; null for what belongs to none.', '所属统筹区代码;不属于任何统筹区时为空。'),
  )
  areaCode!: string | null;
}

@ObjectType('Changes', {
  description: bilingual(
    'What has changed since the message before, of what the caller may see.',
    '自上一条消息以来的变化,仅限调用者可见的内容。',
  ),
})
export class ChangesType {
  @Field(
    () => ID,
    always(
      'An opaque cursor: given as `after`, on whichever server, what came later follows, with nothing lost and nothing told twice.',
      '不透明游标:以 after 传入任一服务器,即从其后续接,不遗漏、不重复。',
    ),
  )
  cursor!: string;

  @Field(
    () => Boolean,
    always(
      'Whether too much has changed to say what, or the cursor is of a record that is no longer: ask for every figure again.',
      '变化过多无法逐项说明,或游标对应的记录已不存在:应重新查询全部数据。',
    ),
  )
  incomplete!: boolean;

  @Field(
    () => [ChangedOperationType],
    always(
      'Each operation, kind and area once; empty in the first message where nothing has changed since `after`.',
      '每一操作、类型、统筹区组合各一项;首条消息中,若 after 之后无变化则为空。',
    ),
  )
  operations!: ChangedOperationType[];
}
