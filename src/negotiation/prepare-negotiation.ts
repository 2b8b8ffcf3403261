import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Enterprise, Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { codeTaken, unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { priceField } from './figures.ts';
import { Negotiation } from './negotiation.entity.ts';
import type { PrepareNegotiationInput } from './negotiation.input.ts';
import { NegotiationParticipant, type sides } from './participant.entity.ts';
import { twoSides } from './policy/index.ts';

/**
 * Prepares a talk on a drug: the group that was drawn, with its leader, and the enterprise that holds the drug, with its
 * persons (S0-1, RH1). Prices of the talk are per counting unit of the product.
 */
export async function prepareNegotiation(
  context: Context,
  em: EntityManager,
  input: PrepareNegotiationInput,
): Promise<Verdict<Negotiation>> {
  const { code, experts, delegates, enterpriseCodes, groupNumber, groupCount, note = null } = input;
  const priceBefore = input.priceBefore ?? null;
  const drawnOn = localDate(input.drawnOn);
  const refusals: Refusal[] = [
    ...textRefusals({ code, note }),
    ...named('experts', experts),
    ...named('delegates', delegates),
    ...(priceBefore === null ? [] : priceField('priceBefore', priceBefore)),
    ...quantityField('groupNumber', groupNumber),
    ...quantityField('groupCount', groupCount),
    ...(groupNumber > groupCount ? [groupBeyondDraw(groupNumber, groupCount)] : []),
    ...(drawnOn > today(context.clock) ? [drawnInFuture(drawnOn, today(context.clock))] : []),
  ];
  if (await em.count(Negotiation, { code })) refusals.push(codeTaken('code', 'negotiation', '谈判', code));
  const product = await em.findOne(Product, { code: input.productCode }, { populate: ['holder'] });
  if (!product) refusals.push(unknownCode('productCode', 'product', '产品', input.productCode));
  if (product && product.category !== 'DRUG') refusals.push(notADrug(product.code));
  for (const each of new Set(enterpriseCodes)) {
    if (!(await em.count(Enterprise, { code: each }))) refusals.push(unknownCode('enterpriseCodes', 'enterprise', '企业', each));
    else if (product && product.holder.getEntity().code !== each) refusals.push(notTheHolder(product.code, each));
  }
  const elsewhere = await em.find(NegotiationParticipant, {
    side: 'AUTHORITY',
    person: { $in: experts.map(({ person }) => person) },
    negotiation: { drawnOn, groupNumber: { $ne: groupNumber } },
  });
  const persons = [...new Set(elsewhere.map(({ person }) => person))].toSorted();
  const judged = twoSides({ enterpriseCodes, experts, delegates, elsewhere: persons, on: drawnOn });
  if (!judged.ok) refusals.push(...judged.refusals);
  if (!product || refusals.length > 0) return refused(refusals);
  return verdict(refusals, () => {
    const talk = em.create(Negotiation, {
      ...recordedRow(context),
      code,
      product,
      enterprise: product.holder,
      groupNumber,
      groupCount,
      drawnOn,
      priceUnit: product.countingUnit,
      priceBefore,
      status: 'PREPARED',
      note,
      origin: 'RECORDED',
    });
    const seat = (side: (typeof sides)[number], person: string, name: string, isLeader: boolean) =>
      em.create(NegotiationParticipant, { id: uuidv7(), negotiation: talk, side, person, name, isLeader });
    for (const { person, name, isLeader } of experts) seat('AUTHORITY', person, name, isLeader);
    for (const { person, name } of delegates) seat('ENTERPRISE', person, name, false);
    return talk;
  });
}

const named = (field: string, persons: readonly { readonly person: string; readonly name: string }[]) =>
  persons.flatMap(({ person, name }, at) => textRefusals({ [`${field}.${at}.person`]: person, [`${field}.${at}.name`]: name }));

function groupBeyondDraw(groupNumber: number, groupCount: number): Refusal {
  return {
    code: 'GROUP_BEYOND_DRAW',
    field: 'groupNumber',
    message: `Group ${groupNumber} is none of the ${groupCount} that were drawn from.`,
    messageZh: `第${groupNumber}组不在参加抽签的${groupCount}组之内。`,
    rule: null,
    facts: [fact('groupNumber', groupNumber), fact('groupCount', groupCount)],
  };
}

function drawnInFuture(on: string, limit: string): Refusal {
  return {
    code: 'DATE_IN_FUTURE',
    field: 'drawnOn',
    message: `${on} lies in the future (${limit}).`,
    messageZh: `${on} 晚于今日(${limit})。`,
    rule: null,
    facts: [fact('drawnOn', on), fact('limit', limit)],
  };
}

function notADrug(product: string): Refusal {
  return {
    code: 'PRODUCT_NOT_A_DRUG',
    field: 'productCode',
    message: `Product ${product} is no drug; price talks are about drugs.`,
    messageZh: `产品 ${product} 不是药品;价格谈判仅针对药品。`,
    rule: null,
    facts: [fact('product', product)],
  };
}

function notTheHolder(product: string, enterprise: string): Refusal {
  return {
    code: 'NOT_THE_HOLDER',
    field: 'enterpriseCodes',
    message: `Enterprise ${enterprise} is not the holder of product ${product}.`,
    messageZh: `企业 ${enterprise} 不是产品 ${product} 的持有人。`,
    rule: null,
    facts: [fact('product', product), fact('enterprise', enterprise)],
  };
}
