import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { codeTaken, unknownCode } from '../kernel/unknown-code.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { insertRows } from '../platform/journal/insert-rows.ts';
import type { RowOutcome } from '../platform/journal/record-batch.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { lotNeeded, notSelected, pricesOfSelectedProducts } from '../procurement/index.ts';
import { Agreement } from './agreement.entity.ts';
import { appointmentsAt, distributorOf } from './appointments.ts';
import { agreementPrice, agreementTerm, dayOfAct } from './policy/index.ts';
import type { AgreementToSignInput } from './recording.input.ts';

/** What is on record for a row; null where a code names nothing. */
interface Found {
  readonly at: number;
  readonly roundId: string | null;
  readonly status: string;
  readonly openedOn: LocalDate | null;
  readonly termFrom: LocalDate | null;
  readonly termTo: LocalDate | null;
  readonly productId: string | null;
  readonly enterpriseId: string;
  readonly institutionId: string | null;
  readonly areaCode: string;
  readonly selectedProductId: string | null;
  readonly withdrawnOn: LocalDate | null;
  readonly winningPrice: string | null;
  readonly priceUnit: string;
  readonly units: number | null;
  readonly agreedVolumeId: string | null;
  readonly confidence: Agreement['confidence'];
  readonly signedNumber: string | null;
}

/**
 * Signs agreements of one agreement year, each about an agreed volume, at the winning price on record. The rounds are held:
 * no price of theirs is corrected meanwhile.
 */
export async function signAgreements(
  context: Context,
  em: EntityManager,
  rows: readonly AgreementToSignInput[],
): Promise<readonly RowOutcome[]> {
  const found = await onRecord(em, rows);
  const numbers = rows.map(numberOf);
  const taken = await takenNumbers(em, found, numbers);
  const appointments = await appointmentsAt(
    em,
    found.flatMap(([one]) =>
      one!.selectedProductId && one!.institutionId ? [{ ...one!, selectedProductId: one!.selectedProductId }] : [],
    ),
  );
  const signed = new Set<string>();
  const accepted: Record<string, unknown>[] = [];
  const outcomes = rows.map((row, at): RowOutcome => {
    const number = numbers[at]!;
    const [of, ...others] = found[at] as [Found, ...Found[]];
    const judged = judge(row, number, of, others.length > 0, today(context.clock));
    if (!judged.ok) return { refusals: judged.refusals };
    const numberKey = `${of.areaCode} ${number}`;
    const refusals = [
      ...(of.signedNumber !== null || signed.has(judged.agreedVolumeId) ? [alreadySigned(row, of.signedNumber ?? number)] : []),
      ...(taken.has(numberKey) ? [codeTaken('number', 'agreement', '协议', number)] : []),
    ];
    if (refusals.length > 0) return { refusals };
    signed.add(judged.agreedVolumeId);
    taken.add(numberKey);
    const { term, price, selectedProductId } = judged;
    const distributor = distributorOf(appointments({ areaCode: of.areaCode, selectedProductId }), term);
    const recorded = recordedRow(context);
    accepted.push({
      ...recorded,
      confidence: of.confidence,
      area: of.areaCode,
      number,
      agreedVolumeId: judged.agreedVolumeId,
      selectedProduct: selectedProductId,
      product: of.productId,
      enterprise: of.enterpriseId,
      institution: of.institutionId,
      distributor: distributor?.distributorId ?? null,
      payee: distributor?.payee ?? 'ENTERPRISE',
      agreementYear: row.agreementYear,
      signedOn: row.signedOn,
      inForceFrom: term.from,
      inForceTo: term.to,
      unitPrice: price.unitPrice,
      priceUnit: of.priceUnit,
      unitsPerPriceUnit: price.units,
    });
    return { key: `${of.areaCode}/${recorded.id}` };
  });
  await insertRows(em, Agreement, accepted);
  return outcomes;
}

const numberOf = (row: AgreementToSignInput) => row.number ?? `${row.agreementYear}-${row.institutionCode}-${row.productCode}`;

type Judged =
  | { ok: false; refusals: Refusal[] }
  | {
      ok: true;
      selectedProductId: string;
      agreedVolumeId: string;
      term: { from: LocalDate; to: LocalDate };
      price: { unitPrice: string; units: number };
    };

function judge(row: AgreementToSignInput, number: string, of: Found, isSeveral: boolean, now: LocalDate): Judged {
  const refusals: Refusal[] = textRefusals({ number });
  if (of.roundId === null) refusals.push(unknownCode('roundCode', 'round', '批次', row.roundCode));
  else if (!['FINAL', 'IN_FORCE'].includes(of.status)) refusals.push(roundNotFinal(row.roundCode, of.status));
  if (of.productId === null) refusals.push(unknownCode('productCode', 'product', '产品', row.productCode));
  else if (of.roundId !== null && of.selectedProductId === null) refusals.push(notSelected(row.productCode));
  else if (isSeveral) refusals.push(lotNeeded(row.productCode));
  if (of.institutionId === null) refusals.push(unknownCode('institutionCode', 'medical institution', '医疗机构', row.institutionCode));
  const signedOn = localDate(row.signedOn);
  refusals.push(...dayOfAct({ field: 'signedOn', on: signedOn, today: now, after: of.openedOn }));
  const term = agreementTerm({
    agreementYear: row.agreementYear,
    signedOn,
    from: localDate(row.inForceFrom),
    to: row.inForceTo == null ? null : localDate(row.inForceTo),
    term: of.termFrom && of.termTo ? { from: of.termFrom, to: of.termTo } : null,
  });
  if (!term.ok) refusals.push(...term.refusals);
  if (of.selectedProductId === null || of.institutionId === null || isSeveral) return { ok: false, refusals };
  if (of.withdrawnOn !== null && of.withdrawnOn <= signedOn) refusals.push(withdrawn(row.productCode, of.withdrawnOn));
  if (of.agreedVolumeId === null) refusals.push(nothingAgreed(row));
  const price = agreementPrice({
    product: row.productCode,
    winningPrice: of.winningPrice,
    priceUnit: of.priceUnit,
    units: of.units,
    asked: null,
  });
  if (!price.ok) refusals.push(...price.refusals);
  if (refusals.length > 0 || !term.ok || !price.ok) return { ok: false, refusals };
  return {
    ok: true,
    selectedProductId: of.selectedProductId,
    agreedVolumeId: of.agreedVolumeId!,
    term: term.value,
    price: price.value,
  };
}

/** What the rows name, each found once or, where the product won in several lots, once for each lot. */
async function onRecord(em: EntityManager, rows: readonly AgreementToSignInput[]): Promise<readonly Found[][]> {
  const rounds = [...new Set(rows.map((each) => each.roundCode))];
  await em.execute(
    'select r.id from round r where r.code = any(array(select json_array_elements_text(?::json))) order by r.code for share',
    [jsonText(rounds)],
  );
  const given = rows.map(({ roundCode, lotCode, productCode, institutionCode, agreementYear }, at) => ({
    at,
    roundCode,
    lotCode: lotCode ?? null,
    productCode,
    institutionCode,
    agreementYear,
  }));
  const found = await em.execute<Found[]>(
    `select g.at, r.id as "roundId", r.status, r.opened_on::text as "openedOn", r.in_force_from::text as "termFrom", r.in_force_to::text as "termTo",
       q.id as "productId", q.holder_id as "enterpriseId", i.id as "institutionId", i.area_code as "areaCode", s.id as "selectedProductId",
       s.withdrawn_on::text as "withdrawnOn", p.price::text as "winningPrice", s.price_unit as "priceUnit", p.units, v.id as "agreedVolumeId",
       case v.confidence when 'SYNTHETIC' then 'SYNTHETIC' else 'HIGH' end as confidence, a.number as "signedNumber"
     from json_to_recordset(?::json) as g(at int, "roundCode" text, "lotCode" text, "productCode" text, "institutionCode" text, "agreementYear" int)
       left join round r on r.code = g."roundCode"
       left join product q on q.code = g."productCode"
       left join institution i on i.code = g."institutionCode"
       left join lot l on l.round_id = r.id and l.code = g."lotCode"
       left join selected_product s on s.round_id = r.id and s.product_id = q.id and (g."lotCode" is null or s.lot_id = l.id)
       left join ${pricesOfSelectedProducts} p on p.id = s.id
       left join agreed_volume v on v.area_code = i.area_code and v.selected_product_id = s.id and v.institution_id = i.id
         and v.agreement_year = g."agreementYear"
       left join agreement a on a.area_code = v.area_code and a.agreed_volume_id = v.id
     order by g.at`,
    [jsonText(given)],
  );
  const of = Map.groupBy(found, ({ at }) => at);
  return rows.map((_row, at) => of.get(at)!);
}

async function takenNumbers(em: EntityManager, found: readonly Found[][], numbers: readonly string[]): Promise<Set<string>> {
  const asked = found.flatMap(([of], at) => (of!.institutionId === null ? [] : [{ area: of!.areaCode, number: numbers[at] }]));
  const rows = await em.execute<{ key: string }[]>(
    `select a.area_code || ' ' || a.number as key from agreement a
     where (a.area_code, a.number) in (select g.area, g.number from json_to_recordset(?::json) as g(area text, number text))`,
    [jsonText(asked)],
  );
  return new Set(rows.map(({ key }) => key));
}

function roundNotFinal(round: string, status: string): Refusal {
  return {
    code: 'ROUND_NOT_FINAL',
    field: 'roundCode',
    message: `Agreements are signed about a round that is final or in force; round ${round} is ${status}.`,
    messageZh: `仅可就已公布结果或执行中的批次签订协议;批次 ${round} 当前状态为 ${status}。`,
    rule: 'supply.agreement-term',
    facts: [fact('round', round), fact('state', status), fact('requiredStates', 'FINAL|IN_FORCE')],
  };
}

function withdrawn(product: string, on: string): Refusal {
  return {
    code: 'SELECTION_WITHDRAWN',
    field: 'productCode',
    message: `Product ${product} is no longer selected since ${on}.`,
    messageZh: `产品 ${product} 自 ${on} 起不再中选。`,
    rule: null,
    facts: [fact('product', product), fact('withdrawnOn', on)],
  };
}

function nothingAgreed({ institutionCode, agreementYear }: AgreementToSignInput): Refusal {
  return {
    code: 'VOLUME_NOT_AGREED',
    field: 'institutionCode',
    message: `Institution ${institutionCode} has no agreed volume of this product for ${agreementYear} to sign about.`,
    messageZh: `医疗机构 ${institutionCode} 该产品 ${agreementYear} 年度没有可供签约的约定采购量。`,
    rule: null,
    facts: [fact('institution', institutionCode), fact('agreementYear', agreementYear)],
  };
}

function alreadySigned({ institutionCode, agreementYear }: AgreementToSignInput, number: string): Refusal {
  return {
    code: 'AGREEMENT_ALREADY_SIGNED',
    field: 'institutionCode',
    message: `Institution ${institutionCode} has signed for ${agreementYear} already: agreement ${number}; it changes only by an amendment.`,
    messageZh: `医疗机构 ${institutionCode} 该产品 ${agreementYear} 年度协议已签订(${number}),仅可通过变更记录调整。`,
    rule: 'procurement.quantity-amendment',
    facts: [fact('institution', institutionCode), fact('agreementYear', agreementYear), fact('agreement', number)],
  };
}
