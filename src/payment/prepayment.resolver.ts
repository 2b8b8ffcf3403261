import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { closePrepayment } from './close-prepayment.ts';
import { offsetPrepayment } from './offset-prepayment.ts';
import { prepaymentMonitor } from './prepayment-monitor.ts';
import { PrepaymentMonitorType } from './prepayment-monitor.type.ts';
import { prepaymentOn } from './prepayment-status.ts';
import {
  ClosePrepaymentInput,
  OffsetPrepaymentInput,
  RecordPrepaymentInput,
  SetPrepaymentRatioInput,
  TopUpPrepaymentInput,
} from './prepayment.input.ts';
import { PrepaymentMovementType, PrepaymentRatioType, PrepaymentType } from './prepayment.type.ts';
import { recordPrepayment, topUpPrepayment } from './record-prepayment.ts';
import { paymentActs } from './rights.ts';
import { setPrepaymentRatio } from './set-prepayment-ratio.ts';

const { words, record } = recordingBy(paymentActs);

const theInput = always('What to record.', '录入内容。');

const SetPrepaymentRatioPayload = payloadOf('setPrepaymentRatio', 'prepaymentRatio', PrepaymentRatioType, '预付比例');
const RecordPrepaymentPayload = payloadOf('recordPrepayment', 'movement', PrepaymentMovementType, '预付金变动');
const TopUpPrepaymentPayload = payloadOf('topUpPrepayment', 'movement', PrepaymentMovementType, '预付金变动');
const OffsetPrepaymentPayload = payloadOf('offsetPrepayment', 'movement', PrepaymentMovementType, '预付金变动');
const ClosePrepaymentPayload = payloadOf('closePrepayment', 'movement', PrepaymentMovementType, '预付金变动');

@Resolver()
export class PrepaymentResolver {
  @Query(
    () => PrepaymentType,
    maybe(
      'The prepayment of an institution and agreement year; null where it has no agreement of that year by the day, or is not yours to see.',
      '某医疗机构某协议年度的预付金;截至该日无当年协议或无权查看时为空。',
    ),
  )
  prepayment(
    @Arg('institutionCode', () => String, always('The code of the institution.', '医疗机构代码。')) institutionCode: string,
    @Arg('agreementYear', () => Int, always('The agreement year.', '协议年度。')) agreementYear: number,
    @Arg('asOf', () => DateScalar, maybe('As it stood on this day; today unless given.', '数据截止日,默认今日。')) asOf: string | null,
    @Ctx() context: Context,
  ) {
    return prepaymentOn(context, institutionCode, agreementYear, asOf ?? null);
  }

  @Query(
    () => PrepaymentMonitorType,
    always(
      'Pooling areas and institutions to which less than the minimum is prepaid. EXPERT, APPROVER and AUDITOR see all, an AGENCY its pooling area, an INSTITUTION itself; nobody else.',
      '预付低于下限的统筹区与医疗机构。EXPERT、APPROVER、AUDITOR 可见全部,AGENCY 可见本统筹区,INSTITUTION 可见本机构;其他调用者不可见。',
    ),
  )
  prepaymentMonitor(
    @Arg('agreementYear', () => Int, always('The agreement year.', '协议年度。')) agreementYear: number,
    @Arg('asOf', () => DateScalar, maybe('As it stood on this day; today unless given.', '数据截止日,默认今日。')) asOf: string | null,
    @Arg('areaCode', () => String, maybe('Only this pooling area.', '仅此统筹区。')) areaCode: string | null,
    @Arg('first', () => Int, { ...always('How many institutions, 1 to 200.', '医疗机构行数,1 至 200。'), defaultValue: 50 }) first: number,
    @Arg('after', () => String, maybe('Institutions after this cursor.', '从此游标之后开始。')) after: string | null,
    @Ctx() context: Context,
  ) {
    return prepaymentMonitor(context, { agreementYear, asOf: asOf ?? null, areaCode: areaCode ?? null, first, after: after ?? null });
  }

  @Mutation(
    () => SetPrepaymentRatioPayload,
    words(
      'setPrepaymentRatio',
      'Records the least share that your pooling area prepays from a day on.',
      '录入本统筹区自某日起的预付比例下限。',
    ),
  )
  setPrepaymentRatio(@Arg('input', () => SetPrepaymentRatioInput, theInput) input: SetPrepaymentRatioInput, @Ctx() context: Context) {
    return record(context, 'setPrepaymentRatio', 'prepaymentRatio', input, setPrepaymentRatio);
  }

  @Mutation(
    () => RecordPrepaymentPayload,
    words(
      'recordPrepayment',
      'Records what the fund prepays an institution for an agreement year.',
      '录入医保基金按协议年度向医疗机构的预付。',
    ),
  )
  recordPrepayment(@Arg('input', () => RecordPrepaymentInput, theInput) input: RecordPrepaymentInput, @Ctx() context: Context) {
    return record(context, 'recordPrepayment', 'movement', input, recordPrepayment);
  }

  @Mutation(() => TopUpPrepaymentPayload, words('topUpPrepayment', 'Records what the fund prepays in addition.', '录入补充预付。'))
  topUpPrepayment(@Arg('input', () => TopUpPrepaymentInput, theInput) input: TopUpPrepaymentInput, @Ctx() context: Context) {
    return record(context, 'topUpPrepayment', 'movement', input, topUpPrepayment);
  }

  @Mutation(
    () => OffsetPrepaymentPayload,
    words(
      'offsetPrepayment',
      'Offsets a prepayment against claims, by what was purchased up to the day as the record has it.',
      '按截至当日已记录的采购进度冲抵预付金。',
    ),
  )
  offsetPrepayment(@Arg('input', () => OffsetPrepaymentInput, theInput) input: OffsetPrepaymentInput, @Ctx() context: Context) {
    return record(context, 'offsetPrepayment', 'movement', input, offsetPrepayment);
  }

  @Mutation(
    () => ClosePrepaymentPayload,
    words(
      'closePrepayment',
      'Closes a prepayment after its agreement year: the rest is returned to the fund or carried over to the next year.',
      '协议年度届满后清结预付金:余额退回基金或结转至下一协议年度。',
    ),
  )
  closePrepayment(@Arg('input', () => ClosePrepaymentInput, theInput) input: ClosePrepaymentInput, @Ctx() context: Context) {
    return record(context, 'closePrepayment', 'movement', input, closePrepayment);
  }
}
