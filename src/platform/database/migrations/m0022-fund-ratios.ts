import { Migration } from '@mikro-orm/migrations';
import { everyone, mayInsert, ownArea, sees, walled } from './policies.ts';

/** By which ratio the fund pays of what is in scope: prescribed by pooling areas, from a day on, and when that was recorded. */
export class M0022FundRatios extends Migration {
  override up(): void {
    this.addSql(`
      create table fund_ratio (
        area_code text not null references area (code),
        id uuid not null,
        scheme text not null check (scheme in ('EMPLOYEE', 'RESIDENT')),
        institution_level text check (institution_level in ('TERTIARY', 'SECONDARY', 'PRIMARY', 'UNGRADED')),
        effective_from date not null,
        ratio_percent numeric(6,3) check (ratio_percent > 0 and ratio_percent <= 100),
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique nulls not distinct (area_code, scheme, institution_level, effective_from, recorded_at)
      );
      create index fund_ratio_recorded_at_idx on fund_ratio (recorded_at, area_code, id);

      ${walled('fund_ratio')}

      ${sees('fund_ratio', everyone, 'true')}
      ${mayInsert('fund_ratio', ['agency'], ownArea)}
    `);
  }
}
