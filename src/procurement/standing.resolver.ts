import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { recordCreditRating, recordEnterpriseBar, suspendListing } from './record-standing.ts';
import { procurementActs } from './rights.ts';
import { SelectedProductType } from './selected-product.type.ts';
import { RecordCreditRatingInput, RecordEnterpriseBarInput, SuspendListingInput, WithdrawWinnerInput } from './standing.input.ts';
import { CreditRatingType, EnterpriseBarType, ListingSuspensionType } from './standing.type.ts';
import { withdrawWinner } from './withdraw-winner.ts';

const { words, record } = recordingBy(procurementActs);
const theInput = always('What to record.', '录入内容。');

const EnterpriseBarPayload = payloadOf('recordEnterpriseBar', 'enterpriseBar', EnterpriseBarType, '违规名单');
const CreditRatingPayload = payloadOf('recordCreditRating', 'creditRating', CreditRatingType, '信用评价');
const SuspendListingPayload = payloadOf('suspendListing', 'listingSuspension', ListingSuspensionType, '暂停挂网');
const WithdrawWinnerPayload = payloadOf('withdrawWinner', 'selectedProduct', SelectedProductType, '中选产品');

@Resolver()
export class StandingResolver {
  @Mutation(
    () => EnterpriseBarPayload,
    words('recordEnterpriseBar', 'Records a bar of an enterprise from national bids.', '录入企业违规名单及限制期限。'),
  )
  recordEnterpriseBar(@Arg('input', () => RecordEnterpriseBarInput, theInput) input: RecordEnterpriseBarInput, @Ctx() context: Context) {
    return record(context, 'recordEnterpriseBar', 'enterpriseBar', input, recordEnterpriseBar);
  }

  @Mutation(() => CreditRatingPayload, words('recordCreditRating', 'Records a credit level of an enterprise.', '录入企业信用评价等级。'))
  recordCreditRating(@Arg('input', () => RecordCreditRatingInput, theInput) input: RecordCreditRatingInput, @Ctx() context: Context) {
    return record(context, 'recordCreditRating', 'creditRating', input, recordCreditRating);
  }

  @Mutation(
    () => SuspendListingPayload,
    words('suspendListing', 'Records that a province suspends the listing of a product.', '录入省级暂停挂网。'),
  )
  suspendListing(@Arg('input', () => SuspendListingInput, theInput) input: SuspendListingInput, @Ctx() context: Context) {
    return record(context, 'suspendListing', 'listingSuspension', input, suspendListing);
  }

  @Mutation(() => WithdrawWinnerPayload, words('withdrawWinner', 'Records that a winner has withdrawn.', '录入中选企业退出。'))
  withdrawWinner(@Arg('input', () => WithdrawWinnerInput, theInput) input: WithdrawWinnerInput, @Ctx() context: Context) {
    return record(context, 'withdrawWinner', 'selectedProduct', input, withdrawWinner);
  }
}
