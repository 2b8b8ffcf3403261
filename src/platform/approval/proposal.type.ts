import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Fact } from '../../kernel/fact.ts';
import { connectionOf } from '../graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../graphql/describe.ts';
import { FactType } from '../graphql/explanation.type.ts';
import { NodeInterface } from '../graphql/node.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { outcomes } from './decision.entity.ts';
import type { Change } from './preview.ts';
import { proposalSeen } from './rights.ts';

export const ProposalStatusEnum = enumOf(['OPEN', ...outcomes]);
registerEnumType(ProposalStatusEnum, {
  name: 'ProposalStatus',
  description: bilingual('Where a proposal stands.', '提案状态。'),
  valuesConfig: enumValues({
    OPEN: ['Waits for a decision.', '待决定。'],
    APPROVED: ['Approved by another person, and done.', '已由他人批准并执行。'],
    REJECTED: ['Rejected by another person.', '已被他人驳回。'],
    WITHDRAWN: ['Taken back by the person who proposed it.', '已由提案人撤回。'],
  }),
});

@ObjectType('ProposedChange', {
  simpleResolvers: true,
  description: bilingual('One column of one row that an approval changes.', '批准后将变更的一个字段。'),
})
class ProposedChangeType implements Change {
  @Field(() => String, always('The table.', '数据表。')) table!: string;
  @Field(() => String, always('The key of the row; new-1, new-2 … for rows to be made.', '数据行的键;拟新增的行为 new-1、new-2……。'))
  key!: string;
  @Field(
    () => String,
    maybe('The business code of the row, or of the rows it points to; null where not known.', '该行或其所指行的业务代码;不详时为空。'),
  )
  name!: string | null;
  @Field(() => String, always('The column.', '字段。')) column!: string;
  @Field(() => String, maybe('What it holds when proposed; null for nothing and for new rows.', '提案时的值;无值或新增行为空。')) from!:
    | string
    | null;
  @Field(() => String, maybe('What it holds after the approval.', '批准后的值。')) to!: string | null;
}

@ObjectType('Decision', {
  simpleResolvers: true,
  description: bilingual('The one decision on a proposal; it is never changed.', '对提案的唯一决定,不可更改。'),
})
export class DecisionType {
  @Field(() => ProposalStatusEnum, always('What was decided.', '决定内容。')) outcome!: string;
  @Field(() => String, maybe('The reason given.', '理由。')) reason!: string | null;
  @Field(() => String, always('The account that decided.', '决定人账户。')) decidedBy!: string;
  @Field(() => String, always('The person behind the account.', '账户背后的人员。')) decidedByPerson!: string;
  @Field(() => DateTimeScalar, always('When it was decided.', '决定时刻。')) decidedAt!: Date;
}

@ObjectType('Proposal', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: proposalSeen.words(
    'An act that takes two persons: proposed by one, done when another approves it.',
    '须由两人完成的操作:一人提出,另一人批准后执行。',
  ),
})
export class ProposalType extends NodeInterface {
  @Field(() => String, always('The mutation that was proposed.', '所提出的操作。')) operation!: string;
  @Field(() => String, maybe('The reason given.', '理由。')) reason!: string | null;
  @Field(
    () => [ProposedChangeType],
    always(
      'What the approval changes, found by trying it: if it would be anything else by then, the proposal is stale.',
      '批准后的变更,由试算得出;若届时结果不同,提案即失效。',
    ),
  )
  changes!: Change[];
  @Field(
    () => [FactType],
    always('What is confirmed along with it although it does not change, such as winning prices.', '一并确认而不变更的内容,如中选价。'),
  )
  facts!: Fact[];
  @Field(() => String, always('The account that proposed it.', '提案账户。')) proposedBy!: string;
  @Field(() => String, always('The person behind the account.', '账户背后的人员。')) proposedByPerson!: string;
  @Field(() => DateTimeScalar, always('When it was proposed.', '提出时刻。')) proposedAt!: Date;
}

export const ProposalConnection = connectionOf(ProposalType, 'Proposal', '提案');
