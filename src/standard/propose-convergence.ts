import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Area, Product } from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { fact, type Fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Confidence } from '../platform/database/base-columns.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { Round } from '../procurement/index.ts';
import { ConvergenceGround } from './convergence-ground.entity.ts';
import { ConvergenceSchedule } from './convergence-schedule.entity.ts';
import { ConvergenceStep } from './convergence-step.entity.ts';
import type { ProposeConvergenceInput } from './convergence.input.ts';
import type { ConvergenceWarningType } from './convergence.type.ts';
import type { Find } from './grounds-on-record.ts';
import { judgeConvergence } from './judge-convergence.ts';
import { explainCap, localCapRule, type ConvergenceMode, type ConvergencePath } from './policy/index.ts';
import { restateProduct } from './restate-standards.ts';

/** Asks the record within the transaction of an act. */
export const findIn =
  (em: EntityManager): Find =>
  async (query) =>
    (await query.execute(em.getKysely())).rows;

/**
 * Sets the cap of a non-selected stent in the agency's own area, and how it comes down to the highest winning price of
 * the round (RE4). Takes two persons; what should be looked at is shown with the proposal.
 */
export async function proposeConvergence(
  context: Context,
  em: EntityManager,
  input: ProposeConvergenceInput,
  approvalId: string,
): Promise<Verdict<Prepared<Product>>> {
  const { productCode, areaCode, roundCode, source } = input;
  const judged = await judgeConvergence(findIn(em), input);
  const { path, limit, transactions, grounds, confidence } = judged;
  const refusals = [...otherArea(context, areaCode), ...textRefusals({ source }), ...judged.refusals];
  if (!path || !limit || refusals.length > 0) return refused(refusals);

  const explanation = explainCap(
    { product: productCode, area: areaCode, round: roundCode, mode: input.mode, source, path, limit },
    transactions.map(({ price }) => price),
  );
  const { product, schedule } = await makeSchedule(context, em, {
    basis: 'LOCAL_CAP',
    productId: grounds.product!.id,
    areaCode,
    roundId: grounds.roundId!,
    path,
    mode: input.mode,
    priceBefore: null,
    source,
    explanation,
    approvalId,
    confidence,
  });
  for (const { id } of transactions) {
    em.create(ConvergenceGround, { areaCode, id: uuidv7(), scheduleId: schedule.id, transactionPriceId: id });
  }
  return accepted({
    object: product,
    facts: [...confirmed(path, transactions.length), ...warned(judged.warnings)],
    settle: (settled) => restateProduct(settled, product.id, areaCode),
  });
}

/** A schedule as it is about to be recorded. */
interface MadeSchedule {
  readonly basis: ConvergenceSchedule['basis'];
  readonly productId: string;
  readonly areaCode: string;
  readonly roundId: string;
  readonly path: ConvergencePath;
  readonly mode: ConvergenceMode;
  readonly priceBefore: string | null;
  readonly source: string;
  readonly explanation: Explanation;
  readonly approvalId: string;
  readonly confidence: Confidence;
}

/** Makes the rows of a schedule; they are written by the approval. */
export async function makeSchedule(
  context: Context,
  em: EntityManager,
  { productId, areaCode, roundId, path, confidence, ...rest }: MadeSchedule,
): Promise<{ readonly product: Product; readonly schedule: ConvergenceSchedule }> {
  const product = await em.findOneOrFail(Product, { id: productId });
  const schedule = em.create(ConvergenceSchedule, {
    ...recordedRow(context),
    ...rest,
    area: await em.findOneOrFail(Area, { code: areaCode }),
    product,
    round: await em.findOneOrFail(Round, { id: roundId }),
    startsOn: path.startsOn,
    deadline: path.deadline,
    startAmount: path.startAmount.toString(),
    targetAmount: path.targetAmount.toString(),
    priceUnit: path.startAmount.unit,
    confidence,
  });
  for (const { effectiveFrom, amount } of path.steps) {
    em.create(ConvergenceStep, { areaCode, id: uuidv7(), scheduleId: schedule.id, effectiveFrom, amount: amount.toString() });
  }
  return { product, schedule };
}

/** What an approver confirms although it is in no changed row. */
const confirmed = ({ targetAmount }: ConvergencePath, transactions: number): Fact[] => [
  fact('highestWinningPrice', targetAmount.toString(), `yuan/${targetAmount.unit}`),
  fact('transactionPrices', transactions),
];

const warned = (warnings: readonly ConvergenceWarningType[]): Fact[] =>
  warnings.map(({ kind, message }) => fact(`warning ${kind}`, message));

/** An agency sets standards for its own pooling area; the approval does what was proposed. */
export function otherArea({ caller }: Context, areaCode: string): Refusal[] {
  if (caller.role !== 'AGENCY' || caller.area === areaCode) return [];
  return [
    {
      code: 'OTHER_AREA',
      field: 'areaCode',
      message: `The agency of ${caller.area ?? 'no pooling area'} sets nothing for ${areaCode}.`,
      messageZh: `${caller.area ?? '未指明统筹区'} 的经办机构不得为 ${areaCode} 设定支付标准。`,
      rule: localCapRule.id,
      facts: [fact('area', areaCode), fact('ownArea', caller.area ?? '')],
    },
  ];
}
