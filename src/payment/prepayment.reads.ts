import { AreaType, InstitutionType } from '../catalogue/index.ts';
import { Money } from '../kernel/money.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { always } from '../platform/graphql/describe.ts';
import { derived, one, pages, pagesOf, pointers, queries, reads } from '../platform/graphql/reads.ts';
import { explainPrepaymentMinimum, explainPrepaymentOffset, explainPrepaymentRest } from './policy/index.ts';
import { prepaymentMovementList, prepaymentRatioList } from './prepayment-lists.ts';
import { PrepaymentShortAreaType, PrepaymentShortInstitutionType } from './prepayment-monitor.type.ts';
import { PrepaymentMovement } from './prepayment-movement.entity.ts';
import { PrepaymentRatio } from './prepayment-ratio.entity.ts';
import {
  PrepaymentMovementConnection,
  PrepaymentMovementType,
  PrepaymentRatioConnection,
  PrepaymentRatioType,
  PrepaymentType,
} from './prepayment.type.ts';

/** What is asked of prepayments by itself, beside what is computed. */
export const PrepaymentQueries = queries({
  prepaymentRatios: pages(
    () => PrepaymentRatioConnection,
    prepaymentRatioList,
    always('The ratios that pooling areas have of their own, the earliest first.', '各统筹区自定预付比例,按生效日期。'),
  ),
});

pointers(PrepaymentType, {
  institution: one(() => InstitutionType, 'institutionId', always('The institution.', '医疗机构。')),
  entries: pagesOf(
    () => PrepaymentMovementConnection,
    prepaymentMovementList,
    'prepayment_id',
    'prepaymentId',
    always('Its movements of all days, in the order of their days.', '全部变动,按日期先后。'),
  ),
});

pointers(PrepaymentShortAreaType, { area: one(() => AreaType, 'areaCode', always('The pooling area.', '统筹区。')) });
pointers(PrepaymentShortInstitutionType, {
  area: one(() => AreaType, 'areaCode', always('Its pooling area.', '所属统筹区。')),
  institution: one(() => InstitutionType, 'institutionId', always('The institution.', '医疗机构。')),
});

type Figures = Pick<
  PrepaymentMovement,
  'kind' | 'amount' | 'agreedAmount' | 'prepaidAmount' | 'ratioPercent' | 'ratioSource' | 'purchasedAmount'
>;

/** Why a movement was as it was, from the figures that it keeps: the same whatever has been amended since. */
function explanationOf({ kind, amount, agreedAmount, prepaidAmount, ratioPercent, ratioSource, purchasedAmount }: Figures) {
  const [agreed, prepaid] = [Money.of(agreedAmount), Money.of(prepaidAmount)];
  if (ratioPercent && ratioSource)
    return explainPrepaymentMinimum({ agreed, ratio: { percent: ratioPercent, source: ratioSource }, prepaid });
  if (kind === 'OFFSET') {
    return explainPrepaymentOffset({ prepaid, agreed, purchased: Money.of(purchasedAmount!), instalment: Money.of(amount) });
  }
  return explainPrepaymentRest({ prepaid, rest: Money.of(amount) });
}

const movementReads = reads(
  PrepaymentMovementType,
  'PrepaymentMovement',
  PrepaymentMovement,
  {
    explanation: derived<Figures>(
      () => ExplanationType,
      {
        kind: 'kind',
        amount: 'amount',
        agreedAmount: 'agreedAmount',
        prepaidAmount: 'prepaidAmount',
        ratioPercent: 'ratioPercent',
        ratioSource: 'ratioSource',
        purchasedAmount: 'purchasedAmount',
      },
      explanationOf,
      always(
        'The minimum of that day, the offset, or the rest: from the figures that were judged then.',
        '当日的预付下限、冲抵额或余额的推导,以当时判定所用数据为准。',
      ),
    ),
  },
  { key: ['areaCode', 'id'], visible: prepaymentMovementList.list.visible },
);

const ratioReads = reads(
  PrepaymentRatioType,
  'PrepaymentRatio',
  PrepaymentRatio,
  { area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')) },
  { key: ['area', 'id'], visible: prepaymentRatioList.list.visible },
);

/** What the fields of the types of prepayment mean, beside the columns of their names. */
export const prepaymentReads = [movementReads, ratioReads];
