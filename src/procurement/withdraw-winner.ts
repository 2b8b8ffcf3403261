import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { dateInFuture, holdRound, requireStatus } from './advance-round.ts';
import { BidEvaluation, outcomeAfter, standing } from './bid-evaluation.entity.ts';
import { bidStates } from './policy/index.ts';
import { notSelectedInLot } from './not-selected.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import type { WithdrawWinnerInput } from './standing.input.ts';

/**
 * Records that a winner has withdrawn: its selected product keeps its price and its quantities, which move by a
 * succession only; its bid is withdrawn (RI1).
 */
export async function withdrawWinner(context: Context, em: EntityManager, input: WithdrawWinnerInput): Promise<Verdict<SelectedProduct>> {
  const held = await holdRound(em, input.roundCode, 'EXCLUSIVE');
  if (!held.ok) return refused(held.refusals);
  const product = await em.findOne(Product, { code: input.productCode });
  const selected =
    product && (await em.findOne(SelectedProduct, { round: held.value, product, lot: { code: input.lotCode } }, { populate: ['bid'] }));
  const refusals = [
    ...requireStatus(held.value, ['FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED']),
    ...textRefusals({ reason: input.reason }),
    ...dateInFuture('withdrawnOn', input.withdrawnOn, today(context.clock)),
  ];
  if (!product) refusals.push(unknownCode('productCode', 'product', '产品', input.productCode));
  else if (!selected) refusals.push(notSelectedInLot(input));
  else if (selected.withdrawnOn) refusals.push(alreadyWithdrawn(input.productCode, selected.withdrawnOn));
  const bid = selected?.bid?.getEntity();
  const evaluation = bid && (await em.findOne(BidEvaluation, { bid }));
  const withdrawn = bid ? bidStates.after('withdraw', standing(bid, evaluation)) : null;
  if (withdrawn && !withdrawn.ok && !selected?.withdrawnOn) refusals.push(...withdrawn.refusals);
  if (!selected || refusals.length > 0) return refused(refusals);
  if (evaluation && withdrawn?.ok) evaluation.outcome = outcomeAfter('withdraw', standing(bid, evaluation));
  selected.withdrawnOn = input.withdrawnOn;
  return accepted(selected);
}

function alreadyWithdrawn(product: string, on: string): Refusal {
  return {
    code: 'ALREADY_WITHDRAWN',
    field: 'productCode',
    message: `The winner of product ${product} withdrew on ${on}.`,
    messageZh: `产品 ${product} 的中选企业已于 ${on} 退出。`,
    rule: null,
    facts: [fact('product', product), fact('withdrawnOn', on)],
  };
}
