import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { contains } from '../kernel/period.ts';
import type { payees } from './agreement.entity.ts';

/** Where an enterprise has a distributor: for one selected product, in one area. */
interface Place {
  readonly areaCode: string;
  readonly selectedProductId: string;
}

/** That a distributor is appointed there, from a day on. */
export interface Appointment extends Place {
  readonly distributorId: string;
  readonly payee: (typeof payees)[number];
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const placeText = ({ areaCode, selectedProductId }: Place) => `${areaCode} ${selectedProductId}`;

/** Every appointment for the places, of each place the latest first. */
export async function appointmentsAt(em: EntityManager, places: readonly Place[]): Promise<(place: Place) => readonly Appointment[]> {
  const distinct = new Map(places.map((place) => [placeText(place), place]));
  const rows = await em.execute<Appointment[]>(
    `select d.area_code as "areaCode", d.selected_product_id as "selectedProductId", d.distributor_id as "distributorId", d.payee,
       d.effective_from::text as "from", d.effective_to::text as "to"
     from distributor_appointment d
     where (d.area_code, d.selected_product_id) in (
       select g."areaCode", g."selectedProductId" from json_to_recordset(?::json) as g("areaCode" text, "selectedProductId" uuid))
     order by d.effective_from desc, d.id desc`,
    [jsonText([...distinct.values()].map(({ areaCode, selectedProductId }) => ({ areaCode, selectedProductId })))],
  );
  const found = Map.groupBy(rows, placeText);
  return (place) => found.get(placeText(place)) ?? [];
}

/** Who distributes on a day: the latest appointed of those who are. */
export function distributorOn(appointments: readonly Appointment[], on: LocalDate): Appointment | undefined {
  return appointments.find((each) => contains(each, on));
}

/** Who distributes under an agreement: the latest appointed whose appointment lasts until the agreement ends. */
export function distributorOf(appointments: readonly Appointment[], agreement: { to: LocalDate }): Appointment | undefined {
  return appointments.find(({ from, to }) => from < agreement.to && (to === null || to >= agreement.to));
}
