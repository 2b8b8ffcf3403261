import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Enterprise, Institution } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { prepaymentFlows, prepaymentMoves, prepaymentPayee, type PrepaymentRatioInForce, type PrepaymentSums } from './policy/index.ts';
import { institutionYearOn, type InstitutionYear } from './prepayment-figures.ts';
import { movementFields } from './prepayment-inputs.ts';
import type { PrepaymentMovementKind } from './prepayment-kinds.ts';
import { PrepaymentMovement } from './prepayment-movement.entity.ts';
import { Prepayment } from './prepayment.entity.ts';
import type { OffsetPrepaymentInput } from './prepayment.input.ts';

/** What every act on a prepayment names. */
export interface NamedPrepayment {
  /** The field of the input that names the institution, and the code in it. */
  readonly payee: { readonly field: string; readonly code: string };
  readonly agreementYear: number;
  readonly reference: string;
  readonly on?: string | null;
}

/** The prepayment of an institution and agreement year, held until the transaction ends, with the figures of the day. */
export interface HeldPrepayment {
  readonly institution: Institution;
  readonly on: LocalDate;
  /** Null before anything was prepaid. */
  readonly prepayment: Prepayment | null;
  readonly year: InstitutionYear;
}

/**
 * Holds a prepayment, with that of the next agreement year, and reads the figures of the day after it is held: whoever
 * comes at the same moment waits, and then sees what this act has done. Refuses whatever is no movement of a prepayment
 * of the caller's pooling area on that day.
 */
export async function holdPrepayment(
  context: Context,
  em: EntityManager,
  given: NamedPrepayment,
  kind: PrepaymentMovementKind,
): Promise<Verdict<HeldPrepayment>> {
  const { payee, agreementYear } = given;
  const malformed = movementFields(given);
  const institution = await em.findOne(Institution, { code: payee.code });
  if (!institution) return refused([...malformed, await noInstitution(em, given)]);
  if (malformed.length > 0) return refused(malformed);
  const areaCode = institution.area.code;
  if (areaCode !== context.caller.area) {
    return refused(prepaymentPayee({ ...payee, kind: 'INSTITUTION_OF_OTHER_AREA', agreementYear, agreements: 0 }));
  }
  await em.execute(
    `select 1 from prepayment where area_code = ? and institution_id = ? and agreement_year between ? and ? + 1
     order by area_code, id for no key update`,
    [areaCode, institution.id, agreementYear, agreementYear],
  );
  return standingOn(context, em, institution, given, kind);
}

/** How a prepayment that is held stands on the day of an act, if the act may move it. */
export async function standingOn(
  context: Context,
  em: EntityManager,
  institution: Institution,
  given: NamedPrepayment,
  kind: PrepaymentMovementKind,
): Promise<Verdict<HeldPrepayment>> {
  const { payee, agreementYear, reference } = given;
  const now = today(context.clock);
  const on = given.on ? localDate(given.on) : now;
  const prepayment = await em.findOne(Prepayment, { area: institution.area, institution, agreementYear });
  const last = prepayment && (await lastMovement(em, prepayment));
  const year = await institutionYearOn(em, { areaCode: institution.area.code, institutionId: institution.id, agreementYear, on });
  if (!year) return refused([amountOutOfRange('agreementYear')]);
  const refusals = [
    ...prepaymentPayee({ ...payee, kind: 'INSTITUTION', agreementYear, agreements: year.agreements }),
    ...prepaymentMoves({ on, today: now, last, isClosed: prepayment !== null && isClosed(prepayment) }),
    ...(prepayment ? await referenceTaken(em, prepayment, kind, reference) : []),
  ];
  return verdict(refusals, () => ({ institution, on, prepayment, year }));
}

async function noInstitution(em: EntityManager, { payee, agreementYear }: NamedPrepayment): Promise<Refusal> {
  const enterprise = await em.findOne(Enterprise, { code: payee.code });
  if (!enterprise) return unknownCode(payee.field, 'medical institution', '医疗机构', payee.code);
  return prepaymentPayee({ ...payee, kind: 'ENTERPRISE', agreementYear, agreements: 0 })[0]!;
}

/** Only what is left at the end is returned or carried over: once anything is, the prepayment is closed. */
const isClosed = (prepayment: Prepayment) => {
  const { returned, carried } = sumsOf(prepayment);
  return returned.plus(carried).compare(Money.of('0')) > 0;
};

async function lastMovement(em: EntityManager, { area, id }: Prepayment): Promise<LocalDate | null> {
  const last = await em.findOne(
    PrepaymentMovement,
    { areaCode: area.code, prepaymentId: id },
    { orderBy: { occurredOn: 'desc', id: 'desc' } },
  );
  return last && localDate(last.occurredOn);
}

async function referenceTaken(
  em: EntityManager,
  { area, id }: Prepayment,
  kind: PrepaymentMovementKind,
  reference: string,
): Promise<Refusal[]> {
  const same = { areaCode: area.code, prepaymentId: id, kind, reference };
  if ((await em.count(PrepaymentMovement, same)) === 0) return [];
  return [
    {
      code: 'REFERENCE_TAKEN',
      field: 'reference',
      message: `A movement of this kind has the reference ${reference} already.`,
      messageZh: `同类变动中已有凭证号 ${reference}。`,
      rule: null,
      facts: [fact('reference', reference)],
    },
  ];
}

/** 16 digits before the point, as the column holds them. */
const largest = Money.of('9999999999999999.99');

/** What is prepaid with a further amount. Refuses what no amount holds; `field` names where it came from. */
export function prepaidWith(prepayment: Prepayment | null, amount: Money, field: string): Verdict<Money> {
  const { paid } = sumsOf(prepayment);
  if (paid.yuan.plus(amount.yuan).greaterThan(largest.yuan)) return refused([amountOutOfRange(field)]);
  return accepted(paid.plus(amount));
}

const amountOutOfRange = (field: string): Refusal => ({
  code: 'AMOUNT_OUT_OF_RANGE',
  field,
  message: `The sum is larger than any amount that is kept here (${largest}).`,
  messageZh: `合计金额超出可记录的最大金额(${largest}元)。`,
  rule: null,
  facts: [fact('largest', largest.toString(), 'yuan')],
});

/** The sums of a prepayment; all 0 before the first movement. */
export function sumsOf(prepayment: Prepayment | null): PrepaymentSums {
  const of = (amount: string | undefined) => Money.of(amount ?? '0');
  return {
    paid: of(prepayment?.paidAmount),
    offset: of(prepayment?.offsetAmount),
    returned: of(prepayment?.returnedAmount),
    carried: of(prepayment?.carriedAmount),
  };
}

/** One movement to record: what, how much, and the figures that it was judged by. */
export interface Moved {
  readonly kind: PrepaymentMovementKind;
  readonly amount: Money;
  readonly on: LocalDate;
  readonly reference: string;
  readonly agreed: Money;
  readonly ratio?: PrepaymentRatioInForce;
  readonly purchased?: Money;
}

/** The sum that each kind of movement adds to. */
const sumOfKind = {
  PREPAID: 'paidAmount',
  TOP_UP: 'paidAmount',
  CARRIED_IN: 'paidAmount',
  OFFSET: 'offsetAmount',
  RETURNED: 'returnedAmount',
  CARRIED_OVER: 'carriedAmount',
} as const satisfies Record<PrepaymentMovementKind, keyof Prepayment>;

/** Records a movement of a held prepayment, and adds it to its sum. */
export async function move(context: Context, em: EntityManager, prepayment: Prepayment, moved: Moved): Promise<PrepaymentMovement> {
  const { kind, amount, on, reference, agreed, ratio, purchased } = moved;
  const sum = sumOfKind[kind];
  prepayment[sum] = Money.of(prepayment[sum]).plus(amount).toString();
  // The movement points to it by its key, which the mapper does not know: a new one has to be there first.
  await em.flush();
  return em.create(PrepaymentMovement, {
    ...recordedRow(context),
    ...prepaymentFlows[kind],
    areaCode: prepayment.area.code,
    prepaymentId: prepayment.id,
    kind,
    amount: amount.toString(),
    occurredOn: on,
    reference,
    agreedAmount: agreed.toString(),
    prepaidAmount: prepayment.paidAmount,
    ratioPercent: ratio?.percent ?? null,
    ratioSource: ratio?.source ?? null,
    purchasedAmount: purchased?.toString() ?? null,
  });
}

/** A prepayment to which the first movement is about to be added. */
export function newPrepayment(context: Context, em: EntityManager, institution: Institution, agreementYear: number): Prepayment {
  return em.create(Prepayment, {
    ...recordedRow(context),
    id: uuidv7(),
    area: institution.area,
    institution,
    agreementYear,
    paidAmount: '0.00',
    offsetAmount: '0.00',
    returnedAmount: '0.00',
    carriedAmount: '0.00',
  });
}

/** A refusal of an act that needs a prepayment where there is none. */
export function nothingPrepaid({ payee, agreementYear }: Pick<NamedPrepayment, 'payee' | 'agreementYear'>): Refusal {
  return {
    code: 'NOTHING_PREPAID',
    field: payee.field,
    message: `Nothing has been prepaid to institution ${payee.code} for ${agreementYear}.`,
    messageZh: `医疗机构 ${payee.code} ${agreementYear} 年度尚无预付金。`,
    rule: null,
    facts: [fact('institution', payee.code), fact('agreementYear', agreementYear)],
  };
}

/** The prepayment that an act names by its institution. */
export const namedByInstitution = ({ institutionCode, agreementYear, reference, on = null }: OffsetPrepaymentInput): NamedPrepayment => ({
  payee: { field: 'institutionCode', code: institutionCode },
  agreementYear,
  reference,
  on,
});
