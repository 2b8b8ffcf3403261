import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { FundRatioType, PrescribeFundRatioInput } from './fund-ratio.type.ts';
import { prescribeFundRatio } from './prescribe-fund-ratio.ts';
import { putResultInEffect } from './put-result-in-effect.ts';
import { PutResultInEffectInput } from './recording.input.ts';
import { standardActs } from './rights.ts';
import { RoundImplementationType } from './standard.type.ts';

const { words, record } = recordingBy(standardActs);
const theInput = always('What to record.', '录入内容。');

const PrescribeFundRatioPayload = payloadOf('prescribeFundRatio', 'ratio', FundRatioType, '基金支付比例');
const PutResultInEffectPayload = payloadOf('putResultInEffect', 'implementation', RoundImplementationType, '中选结果执行');

@Resolver()
export class StandardRecordingResolver {
  @Mutation(
    () => PrescribeFundRatioPayload,
    words(
      'prescribeFundRatio',
      'Records by which ratio the fund pays of what is in scope in your pooling area, from a day on. Said again for that day it takes the place of what was said before.',
      '录入本统筹区自某日起基金对纳入支付范围金额的支付比例。同一首日再次录入即取代此前的录入。',
    ),
  )
  prescribeFundRatio(@Arg('input', () => PrescribeFundRatioInput, theInput) input: PrescribeFundRatioInput, @Ctx() context: Context) {
    return record(context, 'prescribeFundRatio', 'ratio', input, prescribeFundRatio);
  }

  @Mutation(
    () => PutResultInEffectPayload,
    words(
      'putResultInEffect',
      'Records from when on your pooling area uses the result of a round; its winning prices are the payment standards from then on. Said again it corrects what was said before.',
      '录入本统筹区执行某批次中选结果的日期,自该日起以中选价为支付标准。再次录入即为更正。',
    ),
  )
  putResultInEffect(@Arg('input', () => PutResultInEffectInput, theInput) input: PutResultInEffectInput, @Ctx() context: Context) {
    return record(context, 'putResultInEffect', 'implementation', input, putResultInEffect);
  }
}
