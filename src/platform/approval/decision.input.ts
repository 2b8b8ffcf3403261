import { Field, InputType, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../graphql/describe.ts';
import { RecordingInput } from '../graphql/payload.type.ts';

const decisions = ['APPROVE', 'REJECT', 'WITHDRAW'] as const;

const ProposalDecisionEnum = enumOf(decisions);
registerEnumType(ProposalDecisionEnum, {
  name: 'ProposalDecision',
  description: bilingual('What to do with a proposal.', '对提案的决定。'),
  valuesConfig: enumValues({
    APPROVE: [
      'Do it, exactly as proposed; by another person than proposed it, in the approving role.',
      '批准并按提案执行;由提案人以外的批准角色人员作出。',
    ],
    REJECT: ['Do not do it; by another person, in the approving role, with a reason.', '驳回;由提案人以外的批准角色人员作出,须说明理由。'],
    WITHDRAW: ['Take it back; by the person who proposed it.', '撤回;由提案人本人作出。'],
  }),
});

@InputType({ description: bilingual('A decision on a proposal.', '对提案的决定。') })
export class DecideProposalInput extends RecordingInput {
  @Field(() => String, always('The opaque id of the proposal.', '提案的不透明标识。')) proposalId!: string;
  @Field(() => ProposalDecisionEnum, always('The decision.', '决定。')) decision!: (typeof decisions)[number];
  @Field(() => String, maybe('The reason; a rejection needs one.', '理由;驳回时必填。')) reason?: string | null;
}
