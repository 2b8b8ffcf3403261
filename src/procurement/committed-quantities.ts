import { sql } from 'kysely';
import { Enterprise, Product } from '../catalogue/index.ts';
import type { Context } from '../platform/graphql/context.ts';
import { Forbidden } from '../platform/graphql/errors.ts';
import type { CommittedQuantityType } from './savings.type.ts';

/**
 * What institutions commit to buy of a product in an agreement year, by pooling area, largest first (S0-7). An
 * enterprise asks for what it holds; nobody else's quantities are told to it.
 * @throws Forbidden for other roles, and for an enterprise that is not the holder
 */
export async function committedQuantities(context: Context, productCode: string, agreementYear: number): Promise<CommittedQuantityType[]> {
  const { role, enterprise } = context.caller;
  if (!['ENTERPRISE', 'EXPERT', 'APPROVER', 'AUDITOR'].includes(role)) throw new Forbidden(['ENTERPRISE', 'EXPERT', 'APPROVER', 'AUDITOR']);
  const product = await context.load(Product, productCode, 'code');
  if (role === 'ENTERPRISE') {
    const holder = product && (await context.load(Enterprise, product.holder.id));
    if (holder?.code !== enterprise) throw new Forbidden(['ENTERPRISE of its holder']);
  }
  if (!product) return [];
  const query = sql<{ areaCode: string; agreementYear: number; quantity: string; institutions: number }>`
    select v.area_code as "areaCode", v.agreement_year as "agreementYear", sum(v.quantity)::text as quantity, count(*)::int as institutions
    from agreed_volume v join selected_product s on s.id = v.selected_product_id join round r on r.id = s.round_id
    where s.product_id = ${product.id} and v.agreement_year = ${agreementYear}
      and r.status in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED')
    group by 1, 2 order by sum(v.quantity) desc, 1`;
  const rows = await context.snapshot.objects('committedQuantities', query);
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity) }));
}
