import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { assessInstitution, correctAssessment } from './assess-institution.ts';
import { AssessInstitutionInput, CorrectAssessmentInput, RetainSurplusInput, SetDrugRetentionRatioInput } from './retention.input.ts';
import { DrugRetentionRatioType, RetentionAssessmentType } from './retention.type.ts';
import { retentionActs } from './rights.ts';
import { setDrugRetentionRatio } from './set-drug-retention-ratio.ts';

const { words, record, propose } = recordingBy(retentionActs);
const theInput = always('What to record.', '录入内容。');

const SetDrugRetentionRatioPayload = payloadOf('setDrugRetentionRatio', 'drugRetentionRatio', DrugRetentionRatioType, '药品结余留用比例');
const AssessInstitutionPayload = payloadOf('assessInstitution', 'assessment', RetentionAssessmentType, '考核');
const CorrectAssessmentPayload = payloadOf('correctAssessment', 'assessment', RetentionAssessmentType, '考核');
const RetainSurplusPayload = payloadOf('retainSurplus', 'proposal', ProposalType, '提案');

@Resolver()
export class RetentionRecordingResolver {
  @Mutation(
    () => SetDrugRetentionRatioPayload,
    words(
      'setDrugRetentionRatio',
      'Puts on file which part of the surplus of drugs your pooling area lets be retained from a day on.',
      '备案本统筹区自某日起的药品结余留用比例。',
    ),
  )
  setDrugRetentionRatio(
    @Arg('input', () => SetDrugRetentionRatioInput, theInput) input: SetDrugRetentionRatioInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'setDrugRetentionRatio', 'drugRetentionRatio', input, setDrugRetentionRatio);
  }

  @Mutation(
    () => AssessInstitutionPayload,
    words('assessInstitution', 'Records the assessment of an institution for an agreement year.', '录入医疗机构年度考核。'),
  )
  assessInstitution(@Arg('input', () => AssessInstitutionInput, theInput) input: AssessInstitutionInput, @Ctx() context: Context) {
    return record(context, 'assessInstitution', 'assessment', input, assessInstitution);
  }

  @Mutation(
    () => CorrectAssessmentPayload,
    words('correctAssessment', 'Records an assessment anew in the place of the one that holds.', '更正医疗机构年度考核。'),
  )
  correctAssessment(@Arg('input', () => CorrectAssessmentInput, theInput) input: CorrectAssessmentInput, @Ctx() context: Context) {
    return record(context, 'correctAssessment', 'assessment', input, correctAssessment);
  }

  @Mutation(
    () => RetainSurplusPayload,
    words(
      'retainSurplus',
      'States what an institution retains of what it saved the fund in a round and agreement year.',
      '编制医疗机构某批次、协议年度的结余留用单。',
    ),
  )
  retainSurplus(@Arg('input', () => RetainSurplusInput, theInput) input: RetainSurplusInput, @Ctx() context: Context) {
    return propose(context, 'retainSurplus', input);
  }
}
