import { sql } from 'kysely';
import { AreaType } from '../catalogue/index.ts';
import { localDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { derived, one, pages, queries, reads, summed } from '../platform/graphql/reads.ts';
import { SelectedProductType, selectedProductSeen } from '../procurement/index.ts';
import { completionProgress } from '../supply/index.ts';
import { bulletinList, publishedAreaPaymentList, publishedAreaPrepaymentList, publishedCompletionList } from './bulletin-lists.ts';
import { PerformanceBulletin } from './performance-bulletin.entity.ts';
import {
  CompletionAgainstTimeType,
  PaymentPunctualityType,
  PerformanceBulletinConnection,
  PerformanceBulletinType,
  PerformanceTotalType,
  PublishedAreaPaymentConnection,
  PublishedAreaPaymentType,
  PublishedAreaPrepaymentConnection,
  PublishedAreaPrepaymentType,
  PublishedCompletionConnection,
  PublishedCompletionType,
} from './performance-bulletin.type.ts';
import { paymentPunctuality } from './policy/index.ts';
import { PublishedAreaPayment, PublishedAreaPrepayment, PublishedCompletion } from './published-figures.entity.ts';

/** What is asked of bulletins by itself. */
export const BulletinQueries = queries({
  performanceBulletins: pages(
    () => PerformanceBulletinConnection,
    bulletinList,
    always(
      'Bulletins of deliveries, payments and prepayments, the latest first; the first with `asOf` up to a day is the one that held on it.',
      '履行情况通报,最近的在前;以 asOf 不晚于某日筛选,首条即该日适用的通报。',
    ),
  ),
  publishedAreaPayments: pages(
    () => PublishedAreaPaymentConnection,
    publishedAreaPaymentList,
    always('Payments by pooling area, of all bulletins.', '历期通报的各统筹区回款。'),
  ),
  publishedAreaPrepayments: pages(
    () => PublishedAreaPrepaymentConnection,
    publishedAreaPrepaymentList,
    always('Prepayments by pooling area and agreement year, of all bulletins.', '历期通报的各统筹区各协议年度预付。'),
  ),
  publishedCompletions: pages(
    () => PublishedCompletionConnection,
    publishedCompletionList,
    always('Completion by selected product and agreement year, of all bulletins.', '历期通报的各中选产品各协议年度完成率。'),
  ),
});

interface PaymentFacts {
  readonly payables: number | null;
  readonly dueAmount: string | null;
  readonly onTimePayables: number | null;
  readonly onTimeAmount: string | null;
}

function punctualityOf({ payables, dueAmount, onTimePayables, onTimeAmount }: PaymentFacts) {
  if (payables === null || dueAmount === null || onTimePayables === null || onTimeAmount === null) return null;
  return paymentPunctuality({ dueAmount, onTimeAmount, payables, onTime: onTimePayables });
}

interface CompletionFacts {
  readonly asOf: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly agreedQuantity: number;
  readonly acceptedQuantity: number | null;
}

/** Time goes on whether or not it is told what was bought. */
function progressOf({ asOf, periodFrom, periodTo, agreedQuantity, acceptedQuantity }: CompletionFacts) {
  const year = { from: localDate(periodFrom), to: localDate(periodTo) };
  const progress = completionProgress({ agreed: agreedQuantity, purchased: acceptedQuantity ?? 0, year, asOf: localDate(asOf) });
  const isTold = acceptedQuantity !== null;
  return {
    completionPercent: isTold ? progress.completionPercent : null,
    timePercent: progress.timePercent,
    explanation: isTold ? progress.explanation : null,
  };
}

/** Sums of rows of one kind, real ones or those of the demonstration, as the database writes them. */
type SumsOfKind = Readonly<Record<string, string>> & { readonly rows: string; readonly suppressed: string };
interface TotalFacts {
  readonly payments: { readonly real: string; readonly synthetic: string };
  readonly prepayments: { readonly real: string; readonly synthetic: string };
}

const sums = (columns: readonly string[], synthetic: boolean) => {
  const ofKind = sql`filter (where t.synthetic = ${synthetic})`;
  const each = columns.flatMap((column) => [sql.lit(column), sql`coalesce(sum(${sql.ref(`t.${column}`)}) ${ofKind}, 0)::text`]);
  return sql`json_build_object('rows', (count(*) ${ofKind})::text, 'suppressed', (count(t.suppressed) ${ofKind})::text, ${sql.join(each)})::text`;
};
const bothKinds = (columns: readonly string[]) => () => ({ real: sums(columns, false), synthetic: sums(columns, true) });
const payments = bothKinds(['payables', 'due_amount', 'paid_amount', 'on_time_payables', 'on_time_amount', 'overdue_amount']);
const prepayments = bothKinds(['required_amount', 'paid_amount', 'missing_amount']);

const yuan = (sum: string) => Money.of(sum).toString();

/** What is told of pooling areas in all, by kind; a kind without rows is none. */
function totalsOf(facts: TotalFacts) {
  return (['real', 'synthetic'] as const).flatMap((kind) => {
    const [paid, prepaid] = [JSON.parse(facts.payments[kind]) as SumsOfKind, JSON.parse(facts.prepayments[kind]) as SumsOfKind];
    if (paid.rows === '0' && prepaid.rows === '0') return [];
    const dueAmount = yuan(paid['due_amount']!);
    const total = {
      synthetic: kind === 'synthetic',
      dueAmount,
      paidAmount: yuan(paid['paid_amount']!),
      overdueAmount: yuan(paid['overdue_amount']!),
      punctuality:
        paid['payables'] === '0'
          ? null
          : paymentPunctuality({
              dueAmount,
              onTimeAmount: yuan(paid['on_time_amount']!),
              payables: Number(paid['payables']),
              onTime: Number(paid['on_time_payables']),
            }),
      requiredAmount: yuan(prepaid['required_amount']!),
      prepaidAmount: yuan(prepaid['paid_amount']!),
      missingAmount: yuan(prepaid['missing_amount']!),
      suppressed: Number(paid.suppressed) + Number(prepaid.suppressed),
    };
    return [total];
  });
}

const area = one(() => AreaType, 'area', always('The pooling area.', '统筹区。'));

/** What the fields of these types mean, beside the columns of their names. */
export const bulletinReads = [
  reads(
    PerformanceBulletinType,
    'PerformanceBulletin',
    PerformanceBulletin,
    {
      areaPayments: pages(
        () => PublishedAreaPaymentConnection,
        publishedAreaPaymentList,
        always('Payments by pooling area.', '各统筹区回款。'),
        'bulletin_id',
      ),
      areaPrepayments: pages(
        () => PublishedAreaPrepaymentConnection,
        publishedAreaPrepaymentList,
        always('Prepayments by pooling area and agreement year.', '各统筹区各协议年度预付。'),
        'bulletin_id',
      ),
      completions: pages(
        () => PublishedCompletionConnection,
        publishedCompletionList,
        always('Completion by selected product and agreement year.', '各中选产品各协议年度完成率。'),
        'bulletin_id',
      ),
      totals: derived<TotalFacts>(
        () => [PerformanceTotalType],
        {
          payments: summed(PublishedAreaPayment, 'bulletin', payments),
          prepayments: summed(PublishedAreaPrepayment, 'bulletin', prepayments),
        },
        totalsOf,
        always('What is told of pooling areas in all, demonstration data apart.', '已公布统筹区合计,演示数据单列。'),
      ),
    },
    { visible: bulletinList.list.visible },
  ),
  reads(
    PublishedAreaPaymentType,
    'PublishedAreaPayment',
    PublishedAreaPayment,
    {
      area,
      punctuality: derived<PaymentFacts>(
        () => PaymentPunctualityType,
        { payables: 'payables', dueAmount: 'dueAmount', onTimePayables: 'onTimePayables', onTimeAmount: 'onTimeAmount' },
        punctualityOf,
        maybe('How much was paid on time; null where withheld.', '货款按时结清率;不予公布时为空。'),
      ),
    },
    { key: ['area', 'id'], visible: publishedAreaPaymentList.list.visible },
  ),
  reads(
    PublishedAreaPrepaymentType,
    'PublishedAreaPrepayment',
    PublishedAreaPrepayment,
    { area },
    { key: ['area', 'id'], visible: publishedAreaPrepaymentList.list.visible },
  ),
  reads(
    PublishedCompletionType,
    'PublishedCompletion',
    PublishedCompletion,
    {
      selectedProduct: one(
        () => SelectedProductType,
        'selectedProduct',
        maybe('The selected product.', '中选产品。'),
        selectedProductSeen.visible,
      ),
      progress: derived<CompletionFacts>(
        () => CompletionAgainstTimeType,
        {
          asOf: 'asOf',
          periodFrom: 'periodFrom',
          periodTo: 'periodTo',
          agreedQuantity: 'agreedQuantity',
          acceptedQuantity: 'acceptedQuantity',
        },
        progressOf,
        always('Completion against the time gone.', '完成率与时间进度。'),
      ),
    },
    { visible: publishedCompletionList.list.visible },
  ),
];
