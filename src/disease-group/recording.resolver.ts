import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import {
  ConcernDiseaseGroupInput,
  RecordDiseaseGroupInput,
  RecordGroupPaymentInput,
  RecordGroupReviewInput,
  SetFirstYearReadingInput,
  SetGroupStandardInput,
} from './disease-group.input.ts';
import {
  DiseaseGroupType,
  DueGroupReviewType,
  FirstYearReadingType,
  GroupConcernType,
  GroupPaymentType,
  GroupReviewType,
  GroupStandardType,
} from './disease-group.type.ts';
import { concernDiseaseGroup, recordDiseaseGroup } from './record-disease-group.ts';
import { recordGroupPayment, setFirstYearReading } from './record-group-payment.ts';
import { dueGroupReviews, recordGroupReview } from './review-group.ts';
import { diseaseGroupActs } from './rights.ts';
import { setGroupStandard } from './set-group-standard.ts';

const { words, record } = recordingBy(diseaseGroupActs);
const theInput = always('What to record.', '录入内容。');

const RecordGroupPaymentPayload = payloadOf('recordGroupPayment', 'groupPayment', GroupPaymentType, '付费方式');
const SetFirstYearReadingPayload = payloadOf('setFirstYearReading', 'firstYearReading', FirstYearReadingType, '首年规定的理解');
const RecordDiseaseGroupPayload = payloadOf('recordDiseaseGroup', 'diseaseGroup', DiseaseGroupType, '病组');
const ConcernDiseaseGroupPayload = payloadOf('concernDiseaseGroup', 'concern', GroupConcernType, '病组关联');
const SetGroupStandardPayload = payloadOf('setGroupStandard', 'groupStandard', GroupStandardType, '病组支付标准');
const RecordGroupReviewPayload = payloadOf('recordGroupReview', 'groupReview', GroupReviewType, '病组评估');

@Resolver()
export class DiseaseGroupResolver {
  @Query(
    () => [DueGroupReviewType],
    always(
      'Reviews of concerned groups that were due on a day and not recorded by then, those due for longest first; at most 5,000. EXPERT, APPROVER and AUDITOR see all, an AGENCY its pooling area; nobody else.',
      '截至某日已到期且未录入的病组评估,最早到期的在前,至多 5000 项。EXPERT、APPROVER、AUDITOR 可见全部,AGENCY 可见本统筹区;其他调用者不可见。',
    ),
  )
  dueGroupReviews(
    @Arg('asOf', () => DateScalar, maybe('The day; today unless given.', '截至该日,默认今日。')) asOf: string | null,
    @Arg('areaCode', () => String, maybe('Only this pooling area.', '仅此统筹区。')) areaCode: string | null,
    @Ctx() context: Context,
  ) {
    return dueGroupReviews(context, asOf ?? null, areaCode ?? null);
  }

  @Mutation(
    () => RecordGroupPaymentPayload,
    words('recordGroupPayment', 'Records how your pooling area pays from a day on.', '录入本统筹区自某日起的付费方式。'),
  )
  recordGroupPayment(@Arg('input', () => RecordGroupPaymentInput, theInput) input: RecordGroupPaymentInput, @Ctx() context: Context) {
    return record(context, 'recordGroupPayment', 'groupPayment', input, recordGroupPayment);
  }

  @Mutation(
    () => SetFirstYearReadingPayload,
    words(
      'setFirstYearReading',
      'Records how your pooling area reads the rule of the first year from a day on.',
      '录入本统筹区自某日起对“首年可不下调”的理解。',
    ),
  )
  setFirstYearReading(@Arg('input', () => SetFirstYearReadingInput, theInput) input: SetFirstYearReadingInput, @Ctx() context: Context) {
    return record(context, 'setFirstYearReading', 'firstYearReading', input, setFirstYearReading);
  }

  @Mutation(
    () => RecordDiseaseGroupPayload,
    words('recordDiseaseGroup', 'Records a disease group of your pooling area.', '录入本统筹区病组。'),
  )
  recordDiseaseGroup(@Arg('input', () => RecordDiseaseGroupInput, theInput) input: RecordDiseaseGroupInput, @Ctx() context: Context) {
    return record(context, 'recordDiseaseGroup', 'diseaseGroup', input, recordDiseaseGroup);
  }

  @Mutation(
    () => ConcernDiseaseGroupPayload,
    words('concernDiseaseGroup', 'Records that a round concerns a group, and since when.', '录入某批次涉及某病组及其执行日期。'),
  )
  concernDiseaseGroup(@Arg('input', () => ConcernDiseaseGroupInput, theInput) input: ConcernDiseaseGroupInput, @Ctx() context: Context) {
    return record(context, 'concernDiseaseGroup', 'concern', input, concernDiseaseGroup);
  }

  @Mutation(
    () => SetGroupStandardPayload,
    words('setGroupStandard', 'Records the payment standard of a group from a day on.', '录入病组自某日起的支付标准。'),
  )
  setGroupStandard(@Arg('input', () => SetGroupStandardInput, theInput) input: SetGroupStandardInput, @Ctx() context: Context) {
    return record(context, 'setGroupStandard', 'groupStandard', input, setGroupStandard);
  }

  @Mutation(() => RecordGroupReviewPayload, words('recordGroupReview', 'Records a review of a concerned group.', '录入相关病组的评估。'))
  recordGroupReview(@Arg('input', () => RecordGroupReviewInput, theInput) input: RecordGroupReviewInput, @Ctx() context: Context) {
    return record(context, 'recordGroupReview', 'groupReview', input, recordGroupReview);
  }
}
