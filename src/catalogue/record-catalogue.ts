import type { EntityManager } from '@mikro-orm/postgresql';
import { isCount } from '../kernel/quantity.ts';
import { parseDecimal } from '../kernel/decimal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { codeTaken, unknownCode } from '../kernel/unknown-code.ts';
import { verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { Area } from './area.entity.ts';
import { Enterprise } from './enterprise.entity.ts';
import { Institution } from './institution.entity.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { Product } from './product.entity.ts';
import type { RecordEnterpriseInput, RecordInstitutionInput, RecordPolicyDocumentInput, RecordProductInput } from './recording.input.ts';

/** An input as the domain sees it: without the key, which is the recording's own. */
type Input<I extends { idempotencyKey: string }> = Omit<I, 'idempotencyKey'>;

/** Records an enterprise under a new code. */
export async function recordEnterprise(
  context: Context,
  em: EntityManager,
  input: Input<RecordEnterpriseInput>,
): Promise<Verdict<Enterprise>> {
  const { code, kind, name, nameEn = null } = input;
  const refusals = textRefusals({ code, name, nameEn });
  if (await em.count(Enterprise, { code })) refusals.push(codeTaken('code', 'enterprise', '企业', code));
  return verdict(refusals, () => em.create(Enterprise, { ...recordedRow(context), code, kind, name, nameEn }));
}

/** Records a medical institution in its pooling area. */
export async function recordInstitution(
  context: Context,
  em: EntityManager,
  input: Input<RecordInstitutionInput>,
): Promise<Verdict<Institution>> {
  const { code, areaCode, level, name } = input;
  const refusals = textRefusals({ code, name });
  const area = await em.findOne(Area, { code: areaCode });
  if (!area) refusals.push(unknownCode('areaCode', 'area', '地区', areaCode));
  if (await em.count(Institution, { code })) refusals.push(codeTaken('code', 'medical institution', '医疗机构', code));
  return verdict(refusals, () => em.create(Institution, { ...recordedRow(context), code, area: areaCode, level, name }));
}

/** Records a product of a holder. */
export async function recordProduct(context: Context, em: EntityManager, input: Input<RecordProductInput>): Promise<Verdict<Product>> {
  const { holderCode, strength = null, strengthUnit = null, packSize = null, ...rest } = input;
  const { category, ...texts } = rest;
  const refusals = textRefusals({ ...texts, strengthUnit });
  const holder = await em.findOne(Enterprise, { code: holderCode });
  if (!holder) refusals.push(unknownCode('holderCode', 'enterprise', '企业', holderCode));
  else if (holder.kind !== 'HOLDER') refusals.push(notAHolder(holderCode));
  if (await em.count(Product, { code: rest.code })) refusals.push(codeTaken('code', 'product', '产品', rest.code));
  refusals.push(...strengthRefusals(strength, strengthUnit));
  if (packSize !== null && (!isCount(packSize) || packSize === 0)) refusals.push(malformed('packSize', 'a whole number above 0', '正整数'));
  return verdict(refusals, () =>
    em.create(Product, {
      ...recordedRow(context),
      code: rest.code,
      category,
      genericName: rest.genericName,
      genericNameEn: rest.genericNameEn ?? null,
      name: rest.name,
      brand: rest.brand ?? null,
      dosageForm: rest.dosageForm ?? null,
      specification: rest.specification ?? null,
      strength,
      strengthUnit,
      countingUnit: rest.countingUnit,
      packSize,
      holder: holder!,
      registrationNumber: rest.registrationNumber ?? null,
    }),
  );
}

/** Records a policy document; its printed date stays as printed even where it cannot be right. */
export async function recordPolicyDocument(
  context: Context,
  em: EntityManager,
  input: Input<RecordPolicyDocumentInput>,
): Promise<Verdict<PolicyDocument>> {
  const { code, number = null, title, topic, dateAsPrinted, dateCorrected = null, publishedOn = null } = input;
  const refusals = textRefusals({ code, number, title, topic });
  if (!isPartialDate(dateAsPrinted))
    refusals.push(malformed('dateAsPrinted', 'YYYY, YYYY-MM or YYYY-MM-DD', 'YYYY、YYYY-MM 或 YYYY-MM-DD'));
  if (dateCorrected !== null && !isPartialDate(dateCorrected)) {
    refusals.push(malformed('dateCorrected', 'YYYY, YYYY-MM or YYYY-MM-DD', 'YYYY、YYYY-MM 或 YYYY-MM-DD'));
  }
  if (await em.count(PolicyDocument, { code })) refusals.push(codeTaken('code', 'policy document', '政策文件', code));
  return verdict(refusals, () =>
    em.create(PolicyDocument, { ...recordedRow(context), code, number, title, topic, dateAsPrinted, dateCorrected, publishedOn }),
  );
}

/** A year, a month or a day that the calendar has. */
function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const whole = `${year}-${month}-${day}`;
  const moment = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(moment.valueOf()) && moment.toISOString().slice(0, 10) === whole;
}

function strengthRefusals(strength: string | null, unit: string | null): Refusal[] {
  if ((strength === null) !== (unit === null)) return [malformed('strength', 'given together with strengthUnit', '与含量单位同时给出')];
  if (strength === null) return [];
  const parsed = parseDecimal(strength, { integerDigits: 12, decimals: 6 });
  return parsed.ok && parsed.value.greaterThan(0) ? [] : [malformed('strength', 'above 0, with at most 6 decimals', '大于 0,最多六位小数')];
}

function malformed(field: string, shape: string, shapeZh: string): Refusal {
  return {
    code: 'MALFORMED_VALUE',
    field,
    message: `${field} must be ${shape}.`,
    messageZh: `${field} 须为${shapeZh}。`,
    rule: null,
    facts: [],
  };
}

function notAHolder(code: string): Refusal {
  return {
    code: 'NOT_A_HOLDER',
    field: 'holderCode',
    message: `Enterprise ${code} is a distributor; a product belongs to a holder.`,
    messageZh: `企业 ${code} 为配送企业;产品须属于持有人。`,
    rule: null,
    facts: [{ name: 'enterprise', value: code, unit: null }],
  };
}
