import { Migration } from '@mikro-orm/migrations';

/**
 * Sums of agreed volumes, so that a national figure is not a scan of every institution's row. Whoever writes a volume
 * writes its sum in the same transaction; what was recorded before this migration is summed here.
 * Sums pass the domains of a single figure: they have as many digits as ten million of the largest need.
 */
export class M0004AgreedVolumeRollup extends Migration {
  override up(): void {
    this.addSql(`
      create table agreed_volume_rollup (
        area_code text not null references area (code),
        selected_product_id uuid not null references selected_product (id),
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        synthetic boolean not null,
        quantity numeric(38,0) not null check (quantity > 0 and quantity <> 'NaN'),
        amount numeric(38,2) check (amount >= 0 and amount <> 'NaN'),
        savings numeric(38,2) check (savings >= 0 and savings <> 'NaN'),
        volumes bigint not null check (volumes > 0),
        last_recorded_at timestamptz not null,
        primary key (area_code, selected_product_id, agreement_year, synthetic)
      );
      create index agreed_volume_rollup_selected_product_id_idx on agreed_volume_rollup (selected_product_id);

      insert into agreed_volume_rollup (area_code, selected_product_id, agreement_year, synthetic, quantity, amount, savings, volumes,
        last_recorded_at)
      select v.area_code, v.selected_product_id, v.agreement_year, v.confidence = 'SYNTHETIC', sum(v.quantity),
        sum(div(v.quantity * p.price * 200 + p.units, 2 * p.units) * 0.01), sum(div(v.quantity * p.cut * 200 + p.units, 2 * p.units) * 0.01),
        count(*), max(greatest(v.recorded_at, a.recorded_at))
      from agreed_volume v
      join (
        select s.id, s.winning_price as price, s.price_before - s.winning_price as cut,
          coalesce(b.units_per_price_unit, case when s.price_unit = l.counting_unit then 1 end) as units
        from selected_product s join lot l on l.id = s.lot_id left join bid b on b.id = s.bid_id
      ) p on p.id = v.selected_product_id
      left join (
        select area_code, agreed_volume_id, max(recorded_at) as recorded_at from agreed_volume_amendment group by 1, 2
      ) a on a.area_code = v.area_code and a.agreed_volume_id = v.id
      group by 1, 2, 3, 4;
    `);
  }
}
