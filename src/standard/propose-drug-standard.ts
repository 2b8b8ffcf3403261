import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Confidence } from '../platform/database/base-columns.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { unitPriceField } from '../procurement/index.ts';
import type { ProposeDrugStandardInput } from './convergence.input.ts';
import { groundsOnRecord, leastTrusted, selectedThere, type Find, type Grounds, type Winning } from './grounds-on-record.ts';
import { notRuled, startNotOnRecord, unknownOf } from './judge-convergence.ts';
import {
  convergenceDeadline,
  convergenceLimit,
  explainDrug,
  nonSelectedDrug,
  nonSelectedDrugRule,
  productSelected,
  requireInEffect,
} from './policy/index.ts';
import { findIn, makeSchedule, otherArea } from './propose-convergence.ts';
import { restateProduct } from './restate-standards.ts';

/**
 * Sets the standard of a drug of the same generic name as a selected one in the agency's own area, by its distance from
 * the winning price (RE3). Takes two persons.
 */
export async function proposeDrugStandard(
  context: Context,
  em: EntityManager,
  input: ProposeDrugStandardInput,
  approvalId: string,
): Promise<Verdict<Prepared<Product>>> {
  const { productCode, areaCode, roundCode, priceBeforeSource, hasPassedEvaluation: hasPassed, source } = input;
  const find = findIn(em);
  const grounds = await groundsOnRecord(find, input);
  const { product, roundId } = grounds;
  const malformed = [
    ...unitPriceField('priceBefore', input.priceBefore),
    ...unitPriceField('firstYearAmount', input.firstYearAmount ?? null),
  ];
  const refusals = [
    ...otherArea(context, areaCode),
    ...textRefusals({ source, priceBeforeSource }),
    ...malformed,
    ...unknownOf(grounds, input),
  ];
  if (!product || !grounds.areaCode || !roundId) return refused(refusals);
  const startsOn = input.startsOn ? localDate(input.startsOn) : grounds.inEffect?.from;
  if (!startsOn) return refused([...refusals, startNotOnRecord(roundCode, areaCode)]);
  refusals.push(...(await againstDrug(find, input, { ...grounds, product }, startsOn)));
  const winning = await winningPriceOf(find, roundId, product.genericName, input, startsOn);
  if (!winning.ok) refusals.push(...winning.refusals);
  const limit = convergenceLimit('DRUG', startsOn);
  if (!limit) refusals.push(notRuled('DRUG', startsOn));
  if (!winning.ok || !limit || malformed.length > 0) return refused(refusals);

  const { price: winningPrice } = winning.value;
  const priceBefore = UnitPrice.of(input.priceBefore, winningPrice.unit);
  const firstYear = input.firstYearAmount ? UnitPrice.of(input.firstYearAmount, winningPrice.unit) : null;
  const judged = nonSelectedDrug({ startsOn, priceBefore, winningPrice, hasPassed, years: input.years ?? null, firstYear });
  if (!judged) return refused([...refusals, notRuled('DRUG', startsOn)]);
  if (!judged.ok || refusals.length > 0) return refused([...refusals, ...(judged.ok ? [] : judged.refusals)]);

  const { startAmount, steps } = judged.value;
  const path = { startsOn, startAmount, targetAmount: winningPrice, deadline: convergenceDeadline(startsOn, limit), steps };
  const explanation = explainDrug(
    { product: productCode, area: areaCode, round: roundCode, mode: 'YEARS', source, path, limit },
    { ...judged.value, hasPassed, priceBefore, priceBeforeSource },
  );
  const made = await makeSchedule(context, em, {
    basis: 'NON_SELECTED_DRUG',
    productId: product.id,
    areaCode,
    roundId,
    path,
    mode: 'YEARS',
    priceBefore: priceBefore.toString(),
    source,
    explanation,
    approvalId,
    confidence: leastTrusted([...(input.startsOn ? [] : [grounds.confidence]), winning.value.confidence]),
  });
  return accepted({
    object: made.product,
    facts: [fact('winningPrice', winningPrice.toString(), `yuan/${winningPrice.unit}`), fact('case', judged.value.case)],
    settle: (settled) => restateProduct(settled, product.id, areaCode),
  });
}

/** What stands against a standard of its own for the drug, whatever the figures. */
async function againstDrug(
  find: Find,
  { productCode, areaCode, roundCode }: ProposeDrugStandardInput,
  { product, inEffect }: Grounds & { readonly product: NonNullable<Grounds['product']> },
  startsOn: LocalDate,
): Promise<Refusal[]> {
  const selectedIn = await selectedThere(find, product.id, areaCode, startsOn);
  return [
    ...requireInEffect(roundCode, areaCode, inEffect, startsOn),
    ...(product.category === 'DRUG' ? [] : [notADrug(productCode, product.category)]),
    ...(selectedIn === null ? [] : [productSelected(productCode, areaCode, selectedIn, startsOn, nonSelectedDrugRule.id)]),
  ];
}

interface WinningRow {
  readonly price: string | null;
  readonly unit: string;
  readonly confidence: Confidence;
  readonly genericName: string;
  readonly withdrawnOn: string | null;
}

/** The winning price of the selected product that is named: of the same generic name, and selected on the first day. */
async function winningPriceOf(
  find: Find,
  roundId: string,
  genericName: string,
  { selectedProductCode: code, roundCode }: ProposeDrugStandardInput,
  on: LocalDate,
): Promise<Verdict<Winning>> {
  const rows = await find(sql<WinningRow>`
    select s.winning_price::text as price, s.price_unit as unit, s.confidence, p.generic_name as "genericName", s.withdrawn_on::text as "withdrawnOn"
    from product p left join selected_product s on s.product_id = p.id and s.round_id = ${roundId}
    where p.code = ${code} order by s.winning_price desc nulls last, s.id limit 1`);
  const [row] = rows;
  if (!row) return refused([unknownCode('selectedProductCode', 'product', '产品', code)]);
  if (row.unit === null || (row.withdrawnOn !== null && row.withdrawnOn <= on)) return refused([notSelectedThen(code, roundCode, on)]);
  if (row.genericName !== genericName) return refused([otherGenericName(code, row.genericName, genericName)]);
  if (row.price === null) return refused([winningPriceNotOnRecord(code, roundCode)]);
  return accepted({ price: UnitPrice.of(row.price, row.unit), confidence: row.confidence });
}

function notADrug(product: string, category: string): Refusal {
  return {
    code: 'NOT_A_DRUG',
    field: 'productCode',
    message: `${product} is no drug but of category ${category}.`,
    messageZh: `${product} 并非药品,其类别为 ${category}。`,
    rule: nonSelectedDrugRule.id,
    facts: [fact('product', product), fact('category', category)],
  };
}

function notSelectedThen(product: string, round: string, on: LocalDate): Refusal {
  return {
    code: 'NOT_SELECTED_THEN',
    field: 'selectedProductCode',
    message: `${product} is not selected in round ${round} on ${on}; it has no winning price to go by.`,
    messageZh: `${on} ${product} 并非 ${round} 批次中选产品,没有可依据的中选价。`,
    rule: nonSelectedDrugRule.id,
    facts: [fact('product', product), fact('round', round), fact('on', on)],
  };
}

function otherGenericName(product: string, its: string, wanted: string): Refusal {
  return {
    code: 'OTHER_GENERIC_NAME',
    field: 'selectedProductCode',
    message: `${product} has another generic name than the drug; one winning price goes for one generic name.`,
    messageZh: `${product} 的通用名为“${its}”,与该药品的通用名“${wanted}”不同。`,
    rule: nonSelectedDrugRule.id,
    facts: [fact('genericName', its), fact('required', wanted)],
  };
}

function winningPriceNotOnRecord(product: string, round: string): Refusal {
  return {
    code: 'WINNING_PRICE_NOT_ON_RECORD',
    field: 'selectedProductCode',
    message: `The winning price of ${product} in round ${round} is not on record.`,
    messageZh: `未记录 ${product} 在 ${round} 批次的中选价。`,
    rule: nonSelectedDrugRule.id,
    facts: [fact('product', product), fact('round', round)],
  };
}
