import { Migration } from '@mikro-orm/migrations';

/**
 * Sums of agreed volumes with less detail than `agreed_volume_rollup`: of a round in a pooling area, and of a selected
 * product in the country. A national figure by product then reads a few hundred rows, however many areas there are.
 * Written with the finer sums in the same transaction; filled here from what stands in those.
 * The second has no area, and cannot: every area's volumes are in one sum.
 */
export class M0006CoarserRollups extends Migration {
  override up(): void {
    this.addSql(`
      create table agreed_volume_rollup_by_area (
        area_code text not null references area (code),
        round_id uuid not null references round (id),
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        synthetic boolean not null,
        with_amount boolean not null,
        with_savings boolean not null,
        quantity numeric(38,0) not null check (quantity > 0 and quantity <> 'NaN'),
        amount numeric(38,2) check (amount >= 0 and amount <> 'NaN'),
        savings numeric(38,2) check (savings >= 0 and savings <> 'NaN'),
        volumes bigint not null check (volumes > 0),
        last_recorded_at timestamptz not null,
        primary key (area_code, round_id, agreement_year, synthetic, with_amount, with_savings),
        check (with_amount = (amount is not null)),
        check (with_savings = (savings is not null))
      );
      create index agreed_volume_rollup_by_area_round_id_idx on agreed_volume_rollup_by_area (round_id);

      create table agreed_volume_rollup_by_product (
        selected_product_id uuid not null references selected_product (id),
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        synthetic boolean not null,
        quantity numeric(38,0) not null check (quantity > 0 and quantity <> 'NaN'),
        amount numeric(38,2) check (amount >= 0 and amount <> 'NaN'),
        savings numeric(38,2) check (savings >= 0 and savings <> 'NaN'),
        volumes bigint not null check (volumes > 0),
        last_recorded_at timestamptz not null,
        primary key (selected_product_id, agreement_year, synthetic)
      );

      insert into agreed_volume_rollup_by_area (area_code, round_id, agreement_year, synthetic, with_amount, with_savings, quantity, amount,
        savings, volumes, last_recorded_at)
      select r.area_code, s.round_id, r.agreement_year, r.synthetic, r.amount is not null, r.savings is not null, sum(r.quantity),
        sum(r.amount), sum(r.savings), sum(r.volumes), max(r.last_recorded_at)
      from agreed_volume_rollup r join selected_product s on s.id = r.selected_product_id
      group by 1, 2, 3, 4, 5, 6;

      insert into agreed_volume_rollup_by_product (selected_product_id, agreement_year, synthetic, quantity, amount, savings, volumes,
        last_recorded_at)
      select selected_product_id, agreement_year, synthetic, sum(quantity), sum(amount), sum(savings), sum(volumes), max(last_recorded_at)
      from agreed_volume_rollup
      group by 1, 2, 3;
    `);
  }
}
