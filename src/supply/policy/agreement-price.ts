import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * An agreement is signed at the winning price on record, for the unit that the price was bid for.
 * @source source text 0; stent supporting measures (2021)
 */
export const agreementPriceRule = defineRule({
  id: 'supply.agreement-price',
  title: 'Agreements are signed at the winning price',
  titleZh: '按中选价签订协议',
  statement:
    'The unit price of an agreement is the winning price on record on the day of recording, and changes only to the winning price as corrected.',
  statementZh: '协议单价为录入时在案的中选价；仅可随中选价更正而变更为更正后的中选价。',
  source: [source(documents.introduction, '"purchase at the selected price"'), source(documents.stentSupport)],
  traces: ['S0-6'],
});

/**
 * The price of an agreement and what it is for. `units` are the counting units in one price unit, null where the record
 * does not say; `asked` is the price of an amendment, null at signing.
 *
 * Refuses with `PRICE_NOT_ON_RECORD`, `PRICE_UNIT_NOT_ON_RECORD`, `PRICE_NOT_WINNING_PRICE`.
 * @source as the rule
 */
export function agreementPrice(given: {
  product: string;
  winningPrice: string | null;
  priceUnit: string;
  units: number | null;
  asked: string | null;
}): Verdict<{ unitPrice: string; units: number }> {
  const { product, winningPrice, priceUnit, units, asked } = given;
  const refusals: Refusal[] = [];
  const refuse = (code: string, field: string, message: string, messageZh: string, more: [string, string][] = []) =>
    refusals.push({
      code,
      field,
      message,
      messageZh,
      rule: agreementPriceRule.id,
      facts: [fact('product', product), ...more.map(([name, value]) => fact(name, value, 'yuan'))],
    });
  if (winningPrice === null)
    refuse(
      'PRICE_NOT_ON_RECORD',
      'productCode',
      `No winning price of product ${product} is on record.`,
      `产品${product}没有已记录的中选价。`,
    );
  if (units === null)
    refuse(
      'PRICE_UNIT_NOT_ON_RECORD',
      'productCode',
      `It is not on record how many counting units one ${priceUnit} of product ${product} has.`,
      `产品${product}每${priceUnit}所含计数单位数无记录。`,
    );
  if (winningPrice !== null && asked !== null && !UnitPrice.of(asked, priceUnit).equals(UnitPrice.of(winningPrice, priceUnit)))
    refuse(
      'PRICE_NOT_WINNING_PRICE',
      'unitPrice',
      `The unit price of ${asked} is not the winning price of ${winningPrice}.`,
      `单价${asked}元不等于中选价${winningPrice}元。`,
      [
        ['unitPrice', asked],
        ['winningPrice', winningPrice],
      ],
    );
  if (refusals.length > 0 || winningPrice === null || units === null) return refused(refusals);
  return accepted({ unitPrice: winningPrice, units });
}
