import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { contains, type Period } from '../../kernel/period.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * The backup of the region takes over; where it has none, a replacement is chosen.
 * @source flcube.com/?p=30512, ?p=9889; origin-topic.echemi.com ..._192503 (the substitute of 2021)
 */
export const successorChoiceRule = defineRule({
  id: 'continuity.successor-choice',
  title: 'Who takes over a region',
  titleZh: '接替企业的确定',
  statement:
    'The backup supplier of the region takes over at its own winning price. Where there is none that has not withdrawn, a replacement is selected in the place of the failing winner, at a price of its own. A product whose listing is suspended there takes over nothing.',
  statementZh: '由该地区备供企业按其中选价接替；无备供企业或其已退出的，另选替补企业，按其自身价格供应。在该省被暂停挂网的产品不得接替。',
  source: [source(documents.backups, 'backup regions'), source(documents.supply), source(documents.withdrawal2021, 'substitute')],
  traces: ['RI1', 'RI2'],
});

/**
 * A product that could take over.
 * @source none: a shape of this system, not a rule
 */
export interface Candidate {
  readonly product: string;
  /** The day on which it withdrew itself, if it did. */
  readonly withdrawnOn: string | null;
  /** Where and when its listing is suspended in the province. */
  readonly suspensions: readonly Period[];
}

/**
 * Who takes over from a day on: the backup, or the replacement that was asked for with its price.
 *
 * Refuses with `SUCCESSOR_IS_FAILING`, `NO_BACKUP`, `BACKUP_COMES_FIRST`, `SUCCESSOR_WITHDRAWN`, `SUCCESSOR_SUSPENDED`,
 * `REPLACEMENT_PRICE_MISSING`, `PRICE_ALREADY_ON_RECORD`.
 * @source flcube.com/?p=30512, ?p=9889
 */
export function successorChoice(given: {
  failing: string;
  /** The backups of the region, the first to take over first. */
  backups: readonly Candidate[];
  /** The product that was asked for; null for whoever is the backup. */
  asked: (Candidate & { readonly price: string | null }) | null;
  /** The price given for a replacement that has none on record. */
  replacementPrice: string | null;
  from: LocalDate;
}): Verdict<{ basis: 'BACKUP' | 'REPLACEMENT'; product: string }> {
  const { asked, replacementPrice, from } = given;
  const refusals: Refusal[] = [];
  const refuse = (code: string, field: string, product: string, message: string, messageZh: string) =>
    refusals.push({ code, field, message, messageZh, rule: successorChoiceRule.id, facts: [fact('product', product), fact('from', from)] });
  const ready = given.backups.filter(({ withdrawnOn, product }) => withdrawnOn === null && product !== given.failing);
  const backup = asked === null ? ready[0] : ready.find(({ product }) => product === asked.product);
  const chosen = backup ?? asked;

  if (asked?.product === given.failing)
    refuse('SUCCESSOR_IS_FAILING', 'successorProductCode', asked.product, 'A product does not succeed itself.', '产品不能接替自身。');
  else if (asked === null && ready.length === 0)
    refuse(
      'NO_BACKUP',
      'successorProductCode',
      given.failing,
      'The region has no backup supplier that could take over; name a replacement.',
      '该地区没有可接替的备供企业;请指定替补企业。',
    );
  else if (asked !== null && !backup && ready.length > 0)
    refuse(
      'BACKUP_COMES_FIRST',
      'successorProductCode',
      ready[0]!.product,
      `Product ${ready[0]!.product} is the backup of the region and takes over first.`,
      `产品 ${ready[0]!.product} 为该地区备供,应由其先行接替。`,
    );
  if (chosen && chosen.withdrawnOn !== null && chosen.product !== given.failing)
    refuse(
      'SUCCESSOR_WITHDRAWN',
      'successorProductCode',
      chosen.product,
      `The winner of product ${chosen.product} withdrew on ${chosen.withdrawnOn}.`,
      `产品 ${chosen.product} 的中选企业已于 ${chosen.withdrawnOn} 退出。`,
    );
  if (chosen?.suspensions.some((each) => contains(each, from)))
    refuse(
      'SUCCESSOR_SUSPENDED',
      'successorProductCode',
      chosen.product,
      `The listing of product ${chosen.product} is suspended in the province on ${from}.`,
      `产品 ${chosen.product} 在 ${from} 被该省暂停挂网。`,
    );
  const isNew = !backup && asked !== null && asked.price === null;
  if (isNew && replacementPrice === null)
    refuse(
      'REPLACEMENT_PRICE_MISSING',
      'replacementPrice',
      asked.product,
      'A replacement that is not selected yet needs its price.',
      '尚未中选的替补产品须给出价格。',
    );
  if (!isNew && replacementPrice !== null && chosen)
    refuse(
      'PRICE_ALREADY_ON_RECORD',
      'replacementPrice',
      chosen.product,
      `Product ${chosen.product} takes over at the price on record.`,
      `产品 ${chosen.product} 按已记录的中选价接替。`,
    );
  if (refusals.length > 0 || !chosen) return refused(refusals);
  return accepted({ basis: backup ? 'BACKUP' : 'REPLACEMENT', product: chosen.product });
}
