import { Migration } from '@mikro-orm/migrations';
import { inAct, mayInsert, mayUpdate, ownArea, preparing, sees, walled } from './policies.ts';

/**
 * Sums of what was ordered, delivered, accepted, owed and paid, by pooling area, selected product, agreement year and
 * month, written with the facts in one transaction. What is owed is kept by the month in which it falls due besides, and
 * what was paid of it likewise, so that what was overdue on a day is a difference of sums.
 * A sum is seen by whoever sees all that is in it. An institution writes into sums of its whole area, so it meets them
 * while it records, and at no other time.
 */
export class M0016PerformanceRollups extends Migration {
  override up(): void {
    this.addSql(`
      create table movement_rollup (
        ${key},
        ordered_quantity numeric(38,0) not null check (ordered_quantity >= 0 and ordered_quantity <> 'NaN'),
        delivered_quantity numeric(38,0) not null check (delivered_quantity >= 0 and delivered_quantity <> 'NaN'),
        accepted_quantity numeric(38,0) not null check (accepted_quantity >= 0 and accepted_quantity <> 'NaN'),
        returned_quantity numeric(38,0) not null check (returned_quantity >= 0 and returned_quantity <> 'NaN'),
        last_recorded_at timestamptz not null,
        primary key (area_code, selected_product_id, agreement_year, month, synthetic)
      );
      create index movement_rollup_selected_product_id_idx on movement_rollup (selected_product_id);

      create table payable_rollup (
        ${key},
        due_month date not null check (due_month = date_trunc('month', due_month)),
        amount numeric(38,2) not null check (amount >= 0 and amount <> 'NaN'),
        last_recorded_at timestamptz not null,
        primary key (area_code, selected_product_id, agreement_year, month, due_month, synthetic)
      );
      create index payable_rollup_selected_product_id_idx on payable_rollup (selected_product_id);

      create table payable_entry_rollup (
        ${key},
        due_month date not null check (due_month = date_trunc('month', due_month)),
        paid_amount numeric(38,2) not null check (paid_amount <> 'NaN'),
        returned_amount numeric(38,2) not null check (returned_amount >= 0 and returned_amount <> 'NaN'),
        last_recorded_at timestamptz not null,
        primary key (area_code, selected_product_id, agreement_year, month, due_month, synthetic)
      );
      create index payable_entry_rollup_selected_product_id_idx on payable_entry_rollup (selected_product_id);

      -- Days of facts come nearly in the order of their recording: a question about a part of a month reads that part.
      create index purchase_order_ordered_on_idx on purchase_order using brin (ordered_on);
      create index delivery_delivered_on_idx on delivery using brin (delivered_on);
      create index delivery_accepted_on_idx on delivery using brin (accepted_on);
      create index goods_return_returned_on_idx on goods_return using brin (returned_on);
      create index payable_accepted_on_idx on payable using brin (accepted_on);
      create index payable_due_on_brin_idx on payable using brin (due_on);
      create index payable_entry_occurred_on_idx on payable_entry using brin (occurred_on);

      ${walled(rollups)}
      ${sees(rollups, preparing, 'true')}
      ${sees(rollups, ['agency'], ownArea)}
      ${sees(rollups, ['enterprise'], ofOwnProduct)}
      ${sees('movement_rollup', ['institution'], inAct('placeOrders', 'acceptDeliveries', 'returnGoods'))}
      ${sees('payable_rollup', ['institution'], inAct('acceptDeliveries'))}
      ${sees('payable_entry_rollup', ['institution'], inAct('returnGoods', 'recordPayments', 'reversePayment'))}
      ${mayInsert(rollups, ['expert', 'institution'], 'true')}
      ${mayInsert('movement_rollup', ['enterprise'], ofOwnProduct)}
      ${mayUpdate('movement_rollup', ['expert', 'institution'], movementSums, 'true', 'true')}
      ${mayUpdate('movement_rollup', ['enterprise'], movementSums, ofOwnProduct, ofOwnProduct)}
      ${mayUpdate('payable_rollup', ['expert', 'institution'], 'amount, last_recorded_at', 'true', 'true')}
      ${mayUpdate('payable_entry_rollup', ['expert', 'institution'], 'paid_amount, returned_amount, last_recorded_at', 'true', 'true')}
    `);
  }
}

const rollups = 'movement_rollup, payable_rollup, payable_entry_rollup';
const movementSums = 'ordered_quantity, delivered_quantity, accepted_quantity, returned_quantity, last_recorded_at';
const key = `area_code text not null references area (code),
        selected_product_id uuid not null references selected_product (id),
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        month date not null check (month = date_trunc('month', month)),
        synthetic boolean not null`;
const ofOwnProduct = `selected_product_id in (select s.id from selected_product s join product p on p.id = s.product_id
  where p.holder_id = (select e.id from enterprise e where e.code = nullif(current_setting('accord.enterprise', true), '')))`;
