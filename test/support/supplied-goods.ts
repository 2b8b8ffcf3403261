import type { TestDatabase } from './database.ts';

/**
 * Puts an agreement on record for each agreed volume, past every use case: numbered in the order of the volumes, and for
 * all but each third one two orders, deliveries on three days, of which one was checked and one partly rejected, a return,
 * and what is payable for the first, of which a yuan is paid. Each of them has a complaint, verified or not, and each
 * agreement its distributor; each institution has a prepayment.
 */
export async function supplyGoods({ pool }: TestDatabase): Promise<void> {
  await pool.query(`
    insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id,
      agreement_year, signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence)
    select v.area_code, gen_random_uuid(), 'agreement-' || row_number() over (order by v.id), v.id, s.id, s.product_id, p.holder_id,
      v.institution_id, v.agreement_year, '2022-10-01', '2022-11-01', '2023-11-01', coalesce(s.winning_price, 1), s.price_unit, 1, 'test', 'HIGH'
    from agreed_volume v join selected_product s on s.id = v.selected_product_id join product p on p.id = s.product_id;

    insert into purchase_order (area_code, id, agreement_id, number, distributor_id, ordered_on, quantity, supplied_quantity, provenance, confidence)
    select a.area_code, gen_random_uuid(), a.id, 'order-' || n, a.enterprise_id, date '2022-11-01' + n, 100 * n, 60, 'test', 'HIGH'
    from agreement a, generate_series(1, 2) n where right(a.number, 1)::int % 3 <> 0;

    insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, accepted_on, accepted_quantity,
      rejected_quantity, rejection_reason, acceptance_recorded_at, provenance, confidence)
    select o.area_code, gen_random_uuid(), o.id, o.agreement_id, 'delivery-' || n, o.ordered_on + n * 10, 20 + n,
      case when n < 3 then o.ordered_on + n * 10 + 1 end, case n when 1 then 21 when 2 then 12 end, case n when 1 then 0 when 2 then 10 end,
      case n when 2 then '破损' end, case when n < 3 then now() end, 'test', 'HIGH'
    from purchase_order o, generate_series(1, 3) n;

    insert into goods_return (area_code, id, delivery_id, agreement_id, returned_on, quantity, reason, provenance, confidence)
    select d.area_code, gen_random_uuid(), d.id, d.agreement_id, d.accepted_on + 5, 3, '近效期', 'test', 'HIGH'
    from delivery d where d.number = 'delivery-1';

    insert into payable (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount,
      accepted_on, due_on, deadline_clause, provenance, confidence)
    select d.area_code, d.id, a.id, a.selected_product_id, a.enterprise_id, a.institution_id, a.enterprise_id,
      d.accepted_quantity * a.unit_price, d.accepted_quantity * a.unit_price, d.accepted_on, d.accepted_on + 30, 'test', 'test', 'HIGH'
    from delivery d join agreement a on a.area_code = d.area_code and a.id = d.agreement_id where d.number = 'delivery-1';

    insert into payable_entry (area_code, id, payable_id, kind, amount, occurred_on, reference, provenance, confidence)
    select area_code, gen_random_uuid(), id, 'PAYMENT', 1, accepted_on + 10, 'payment-1', 'test', 'HIGH' from payable;
    update payable set open_amount = open_amount - 1;

    insert into supply_complaint (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, missing_quantity,
      not_supplied_since, evidence, status, provenance, confidence)
    select area_code, gen_random_uuid(), id, selected_product_id, enterprise_id, institution_id, 7, '2023-01-01', '证据',
      case right(number, 1)::int % 2 when 0 then 'VERIFIED' else 'RECORDED' end, 'test', 'HIGH'
    from agreement a where exists (select from purchase_order o where o.agreement_id = a.id);

    insert into distributor_appointment (area_code, id, selected_product_id, enterprise_id, distributor_id, effective_from, provenance, confidence)
    select area_code, gen_random_uuid(), selected_product_id, enterprise_id, enterprise_id, '2022-10-01', 'test', 'HIGH'
    from agreement group by area_code, selected_product_id, enterprise_id;

    insert into prepayment (area_code, id, institution_id, agreement_year, paid_amount, provenance, confidence)
    select area_code, gen_random_uuid(), institution_id, agreement_year, 100, 'test', 'HIGH'
    from agreement group by area_code, institution_id, agreement_year;
    insert into prepayment_movement (area_code, id, prepayment_id, kind, amount, from_account, to_account, occurred_on, reference,
      agreed_amount, prepaid_amount, ratio_percent, ratio_source, provenance, confidence)
    select area_code, gen_random_uuid(), id, 'PREPAID', 100, 'FUND', 'ADVANCE', '2022-12-01', 'prepaid-1', 300, 100, 30, 'test', 'test', 'HIGH'
    from prepayment;
  `);
}
