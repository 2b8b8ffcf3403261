import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { DateScalar, DateTimeScalar } from '../platform/graphql/scalars.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { convergenceSchedule } from './convergence-schedule.ts';
import {
  ProposeConvergenceInput,
  ProposeDrugStandardInput,
  PublishNegotiatedStandardInput,
  RecordTransactionPriceInput,
  TryConvergenceInput,
} from './convergence.input.ts';
import { ConvergenceScheduleType, ConvergenceTrialType, NegotiatedStandardType, TransactionPriceType } from './convergence.type.ts';
import { knownAtWords } from './look-up.input.ts';
import { publishNegotiatedStandard } from './publish-negotiated-standard.ts';
import { recordTransactionPrice } from './record-transaction-price.ts';
import { standardActs } from './rights.ts';
import { tryConvergence } from './try-convergence.ts';

const { words, record, propose } = recordingBy(standardActs);
const theInput = always('What to record.', '录入内容。');

const RecordTransactionPricePayload = payloadOf('recordTransactionPrice', 'transactionPrice', TransactionPriceType, '成交价');
const ProposeConvergencePayload = payloadOf('proposeConvergence', 'proposal', ProposalType, '提案');
const ProposeDrugStandardPayload = payloadOf('proposeDrugStandard', 'proposal', ProposalType, '提案');
const PublishNegotiatedStandardPayload = payloadOf(
  'publishNegotiatedStandard',
  'negotiatedStandard',
  NegotiatedStandardType,
  '谈判药品支付标准',
);

@Resolver()
export class ConvergenceResolver {
  @Query(
    () => ConvergenceScheduleType,
    maybe(
      'What an area set last for a product that was not selected, with the whole path down to its target; null where none is on record.',
      '某地区最近为某非中选产品设定的支付标准及其至目标价的全部调整步骤;未记录时为空。',
    ),
  )
  convergenceSchedule(
    @Arg('productCode', () => String, always('The code of the product.', '产品代码。')) productCode: string,
    @Arg('areaCode', () => String, always('The code of the area.', '地区代码。')) areaCode: string,
    @Arg(
      'asOf',
      () => DateScalar,
      maybe(
        'The last one that begins on this day or before; the last one of all unless given.',
        '该日或之前开始的最近一项;默认最近设定的一项。',
      ),
    )
    asOf: string | null,
    @Arg('knownAt', () => DateTimeScalar, knownAtWords) knownAt: Date | null,
    @Ctx() context: Context,
  ) {
    return convergenceSchedule(context, { productCode, areaCode, asOf: asOf ?? null, knownAt: knownAt ?? null });
  }

  @Query(
    () => ConvergenceTrialType,
    always(
      'What would be said of a cap and its schedule if it were proposed, by what is on record now; nothing is recorded.',
      '按现行记载试算拟提的支付上限及调整方案,不作录入。',
    ),
  )
  tryConvergence(
    @Arg('input', () => TryConvergenceInput, always('The cap and its schedule.', '支付上限及调整方案。')) input: TryConvergenceInput,
    @Ctx() context: Context,
  ) {
    return tryConvergence(context, input);
  }

  @Mutation(
    () => RecordTransactionPricePayload,
    words(
      'recordTransactionPrice',
      'Records what a product was bought for in your pooling area on a day.',
      '录入本统筹区某日某产品的实际成交价。',
    ),
  )
  recordTransactionPrice(
    @Arg('input', () => RecordTransactionPriceInput, theInput) input: RecordTransactionPriceInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'recordTransactionPrice', 'transactionPrice', input, recordTransactionPrice);
  }

  @Mutation(
    () => ProposeConvergencePayload,
    words(
      'proposeConvergence',
      'Sets the cap of a non-selected stent in your pooling area, and how it comes down to the highest winning price.',
      '为本统筹区非中选支架设定支付上限及其至最高中选价的调整方案。',
    ),
  )
  proposeConvergence(@Arg('input', () => ProposeConvergenceInput, theInput) input: ProposeConvergenceInput, @Ctx() context: Context) {
    return propose(context, 'proposeConvergence', input);
  }

  @Mutation(
    () => ProposeDrugStandardPayload,
    words(
      'proposeDrugStandard',
      'Sets the standard of a drug of the same generic name as a selected one in your pooling area, by its distance from the winning price.',
      '按与中选价的价差,为本统筹区同通用名非中选药品设定支付标准。',
    ),
  )
  proposeDrugStandard(@Arg('input', () => ProposeDrugStandardInput, theInput) input: ProposeDrugStandardInput, @Ctx() context: Context) {
    return propose(context, 'proposeDrugStandard', input);
  }

  @Mutation(
    () => PublishNegotiatedStandardPayload,
    words(
      'publishNegotiatedStandard',
      'Publishes the national standard of a negotiated product for its agreement period; a winning price takes precedence.',
      '公布谈判药品协议期内的全国支付标准;当地执行中选价的以中选价为准。',
    ),
  )
  publishNegotiatedStandard(
    @Arg('input', () => PublishNegotiatedStandardInput, theInput) input: PublishNegotiatedStandardInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'publishNegotiatedStandard', 'negotiatedStandard', input, publishNegotiatedStandard);
  }
}
