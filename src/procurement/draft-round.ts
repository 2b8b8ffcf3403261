import type { EntityManager } from '@mikro-orm/postgresql';
import { PolicyDocument } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { codeTaken, unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { Lot } from './lot.entity.ts';
import { strengthField, unitPriceField } from './figures.ts';
import { schemeCodes, schemeRule } from './policy/index.ts';
import type { AddLotInput, DraftRoundInput } from './recording.input.ts';
import { Round } from './round.entity.ts';

/** Drafts a round; a renewal names the round that it renews. */
export async function draftRound(context: Context, em: EntityManager, input: DraftRoundInput): Promise<Verdict<Round>> {
  const {
    code,
    name,
    nameEn = null,
    category,
    organiser,
    scheme,
    place = null,
    renewsRoundCode = null,
    policyDocumentCode = null,
    note = null,
  } = input;
  const refusals = textRefusals({ code, name, nameEn, place, note });
  const [renews, policyDocument] = [
    renewsRoundCode !== null ? await em.findOne(Round, { code: renewsRoundCode }) : null,
    policyDocumentCode !== null ? await em.findOne(PolicyDocument, { code: policyDocumentCode }) : null,
  ];
  if (renewsRoundCode !== null && !renews) refusals.push(unknownCode('renewsRoundCode', 'round', '批次', renewsRoundCode));
  if (renews && renews.category !== category) refusals.push(otherCategory(renews, category));
  if (policyDocumentCode !== null && !policyDocument)
    refusals.push(unknownCode('policyDocumentCode', 'policy document', '政策文件', policyDocumentCode));
  if (!schemeCodes.includes(scheme)) refusals.push(unknownScheme(scheme));
  if (await em.count(Round, { code })) refusals.push(codeTaken('code', 'round', '批次', code));
  return verdict(refusals, () =>
    em.create(Round, {
      ...recordedRow(context),
      code,
      name,
      nameEn,
      category,
      organiser,
      scheme,
      status: 'DRAFT',
      place,
      renews,
      policyDocument,
      note,
      origin: 'RECORDED',
    }),
  );
}

/** Adds a lot to a round that is still a draft or in demand reporting. */
export async function addLot(context: Context, em: EntityManager, input: AddLotInput): Promise<Verdict<Lot>> {
  const held = await holdRound(em, input.roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const round = held.value;
  const { code, name, nameEn = null, countingUnit, ceilingPrice = null, priceBefore = null, baseQuantity = null, note = null } = input;
  const [strengthMethod, referenceStrength, antibacterial] = [
    input.strengthMethod ?? 'NONE',
    input.referenceStrength ?? null,
    input.antibacterial ?? false,
  ];
  const refusals = [
    ...requireStatus(round, ['DRAFT', 'DEMAND_REPORTING']),
    ...textRefusals({ code, name, nameEn, countingUnit, note }),
    ...unitPriceField('ceilingPrice', ceilingPrice),
    ...unitPriceField('priceBefore', priceBefore),
    ...quantityField('baseQuantity', baseQuantity),
    ...strengthField('referenceStrength', referenceStrength),
  ];
  if (strengthMethod !== 'NONE' && referenceStrength === null) refusals.push(noReferenceStrength);
  if (await em.count(Lot, { round, code })) refusals.push(codeTaken('code', 'lot of the round', '竞价单元', code));
  return verdict(refusals, () =>
    em.create(Lot, {
      ...recordedRow(context),
      round,
      code,
      name,
      nameEn,
      countingUnit,
      ceilingPrice,
      priceBefore,
      baseQuantity,
      strengthMethod,
      referenceStrength,
      antibacterial,
      note,
    }),
  );
}

const noReferenceStrength: Refusal = {
  code: 'REFERENCE_STRENGTH_MISSING',
  field: 'referenceStrength',
  message: 'A method that brings strengths together needs the strength to which prices are brought.',
  messageZh: '采用含量折算时须给出折算基准含量。',
  rule: 'procurement.comparable-unit-price',
  facts: [],
};

function otherCategory(renews: Round, category: string): Refusal {
  return {
    code: 'RENEWS_OTHER_CATEGORY',
    field: 'renewsRoundCode',
    message: `Round ${renews.code} is of category ${renews.category}, this one of ${category}.`,
    messageZh: `批次 ${renews.code} 的类别为 ${renews.category},与本批次的 ${category} 不同。`,
    rule: schemeRule.id,
    facts: [fact('renewed', renews.category), fact('category', category)],
  };
}

function unknownScheme(scheme: string): Refusal {
  return {
    code: 'UNKNOWN_SCHEME',
    field: 'scheme',
    message: `Scheme ${scheme} is not on record; on record are ${schemeCodes.join(', ')}.`,
    messageZh: `规则体系 ${scheme} 无记录;已记录的有 ${schemeCodes.join('、')}。`,
    rule: schemeRule.id,
    facts: [fact('scheme', scheme)],
  };
}
