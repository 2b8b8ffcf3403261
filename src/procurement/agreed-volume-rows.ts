import type { EntityManager } from '@mikro-orm/postgresql';
import { nodeId } from '../platform/graphql/node.ts';
import type { Context } from '../platform/graphql/context.ts';
import type { RowOutcome } from '../platform/journal/record-batch.ts';
import { readNodeId } from '../platform/read/node-id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { mostVolumes, recordAgreedVolumes } from './record-agreed-volumes.ts';
import type { InstitutionVolumeInput, RecordAgreedVolumesInput } from './recording.input.ts';

/** A row of a file: what one institution commits to buy, and the list of the mutation that it belongs to. */
export type AgreedVolumeRow = Omit<RecordAgreedVolumesInput, 'idempotencyKey' | 'volumes'> & InstitutionVolumeInput;

/** Records rows of several products and years: the rows of one list by one use case of the mutation. */
export async function recordAgreedVolumeRows(
  context: Context,
  em: EntityManager,
  rows: readonly AgreedVolumeRow[],
): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  const lists = Map.groupBy(rows.keys(), (at) => {
    const { roundCode, lotCode, productCode, agreementYear } = rows[at]!;
    return JSON.stringify([roundCode, lotCode, productCode, agreementYear]);
  });
  for (const places of lists.values()) {
    for (let from = 0; from < places.length; from += mostVolumes) {
      const list = places.slice(from, from + mostVolumes);
      const told = await recordList(
        context,
        em,
        list.map((at) => rows[at]!),
      );
      list.forEach((at, index) => (outcomes[at] = told[index]!));
    }
  }
  return outcomes;
}

async function recordList(context: Context, em: EntityManager, rows: readonly AgreedVolumeRow[]): Promise<readonly RowOutcome[]> {
  const volumes = rows.map(({ institutionCode, quantity }) => ({ institutionCode, quantity }));
  const { roundCode, lotCode = null, productCode, agreementYear } = rows[0]!;
  const verdict = await recordAgreedVolumes(context, em, { roundCode, lotCode, productCode, agreementYear, volumes });
  if (!verdict.ok) return rows.map((_row, index) => ({ refusals: verdict.refusals.flatMap((refusal) => ofRow(refusal, index)) }));
  await em.flush();
  const { key } = readNodeId(nodeId(verdict.value))!;
  return rows.map(() => ({ key }));
}

/** A refusal of one volume is that row's; one of the list is told once, at its first row. */
function ofRow(refusal: Refusal, index: number): Refusal[] {
  const [, at, field] = /^volumes\.(\d+)\.(\w+)$/.exec(refusal.field ?? '') ?? [];
  if (at === undefined) return index === 0 ? [refusal] : [];
  return Number(at) === index ? [{ ...refusal, field: field! }] : [];
}
