import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { RecordingContext } from '../platform/journal/recorded-row.ts';
import { isOfSide, sideOf } from './own-agreement.ts';

/** How a row names an agreement. */
export interface AgreementKey {
  readonly areaCode: string;
  readonly agreementNumber: string;
}

/** An agreement as the acts under it need it. */
export interface HeldAgreement {
  readonly areaCode: string;
  readonly id: string;
  readonly selectedProductId: string;
  readonly inForceFrom: LocalDate;
  readonly inForceTo: LocalDate;
  readonly confidence: 'HIGH' | 'MEDIUM' | 'LOW' | 'SYNTHETIC';
}

export const agreementText = ({ areaCode, agreementNumber }: AgreementKey) => `${areaCode} ${agreementNumber}`;

/**
 * The agreements that rows name and the caller has a part in, held against amendments until the transaction ends, in the
 * one order of all who hold several. Many may act under an agreement at once.
 */
export async function holdAgreements(
  em: EntityManager,
  caller: RecordingContext['caller'],
  keys: readonly AgreementKey[],
): Promise<ReadonlyMap<string, HeldAgreement>> {
  const rows = await sendOn(em)<HeldAgreement & { agreementNumber: string }>(
    `select a.area_code as "areaCode", a.id, a.number as "agreementNumber", a.selected_product_id as "selectedProductId",
       a.in_force_from::text as "inForceFrom", a.in_force_to::text as "inForceTo", a.confidence
     from agreement a
     where (a.area_code, a.number) in (
       select g."areaCode", g."agreementNumber" from json_to_recordset($1::json) as g("areaCode" text, "agreementNumber" text))
       and ${isOfSide('$2', '$3')}
     order by a.area_code, a.id for share of a`,
    [jsonText(keys.map(({ areaCode, agreementNumber }) => ({ areaCode, agreementNumber }))), ...sideOf(caller)],
  );
  return new Map(rows.map((row) => [agreementText(row), row]));
}
