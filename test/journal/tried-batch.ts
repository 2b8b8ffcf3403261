import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { fact } from '../../src/kernel/fact.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import type { Refusal } from '../../src/kernel/refusal.ts';
import type { Context } from '../../src/platform/graphql/context.ts';
import { always, bilingual } from '../../src/platform/graphql/describe.ts';
import { BatchInput, batchPayloadOf } from '../../src/platform/graphql/payload.type.ts';
import { one, reads } from '../../src/platform/graphql/reads.ts';
import { RecordedType } from '../../src/platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar } from '../../src/platform/graphql/scalars.ts';
import { insertRows } from '../../src/platform/journal/insert-rows.ts';
import type { RowOutcome } from '../../src/platform/journal/record-batch.ts';
import { recordingBy } from '../../src/platform/journal/record-payload.ts';
import { recordedRow } from '../../src/platform/journal/recorded-row.ts';
import { sendOn } from '../../src/platform/database/send.ts';
import { EnterpriseType } from '../../src/catalogue/index.ts';
import { supply } from '../../src/supply/index.ts';
import { Listing } from '../../src/supply/listing.entity.ts';

// A mutation over rows, of the tests that import this: it lists products at prices.

@ObjectType('TriedListing', { simpleResolvers: true, description: bilingual('A listing.', '挂网。') })
class TriedListing extends RecordedType {
  @Field(() => DecimalScalar, always('The price.', '价格。')) price!: string;
  @Field(() => DateScalar, always('From when.', '起始日期。')) effectiveFrom!: string;
}
const enterprise = one(() => EnterpriseType, 'enterprise', always('The enterprise.', '企业。'));
reads(TriedListing, 'TriedListing', Listing, { enterprise }, { key: ['area', 'id'] });

@InputType({ description: bilingual('A row.', '一行。') })
class TriedRow {
  @Field(() => String, always('The area.', '地区。')) areaCode!: string;
  @Field(() => String, always('The product.', '产品。')) productCode!: string;
  @Field(() => DecimalScalar, always('The price.', '价格。')) price!: string;
  @Field(() => DateScalar, always('From when.', '起始日期。')) effectiveFrom!: string;
}

@InputType({ description: bilingual('Rows.', '多行。') })
class TryListingsInput extends BatchInput {
  @Field(() => [TriedRow], always('The rows.', '各行。')) rows!: TriedRow[];
}

const refusal = (code: string, field: string, value: string): Refusal => ({
  code,
  field,
  message: 'This row cannot be recorded.',
  messageZh: '该行无法录入。',
  rule: null,
  facts: [fact(field, value)],
});

const keyOfRow = ({ areaCode, productCode, effectiveFrom }: TriedRow) => `${areaCode} ${productCode} ${effectiveFrom}`;

async function listAll(context: Context, em: EntityManager, rows: readonly TriedRow[]): Promise<RowOutcome[]> {
  const send = sendOn(em);
  const products = await send<{ code: string; id: string; holder: string }>(
    'select code, id, holder_id as holder from product where code = any($1)',
    [[...new Set(rows.map(({ productCode }) => productCode))]],
  );
  const byCode = new Map(products.map((each) => [each.code, each]));
  const listed = await send<{ key: string }>(
    `select l.area_code || ' ' || p.code || ' ' || l.effective_from as key from listing l join product p on p.id = l.product_id`,
    [],
  );
  const taken = new Set(listed.map(({ key }) => key));
  const accepted: object[] = [];
  const outcomes = rows.map((row): RowOutcome => {
    const product = byCode.get(row.productCode);
    const key = keyOfRow(row);
    const refusals = [
      ...(product ? [] : [refusal('UNKNOWN_CODE', 'productCode', row.productCode)]),
      ...(taken.has(key) ? [refusal('CODE_TAKEN', 'effectiveFrom', row.effectiveFrom)] : []),
    ];
    if (!product || refusals.length > 0) return { refusals };
    taken.add(key);
    const id = uuidv7();
    accepted.push({
      ...recordedRow(context),
      id,
      area: row.areaCode,
      product: product.id,
      enterprise: product.holder,
      price: row.price,
      priceUnit: '盒',
      effectiveFrom: row.effectiveFrom,
      // One listing of a product stands at a time: each of these ends with its day.
      effectiveTo: addDays(localDate(row.effectiveFrom), 1),
    });
    return { key: `${row.areaCode}/${id}` };
  });
  await insertRows(em, Listing, accepted as Record<string, unknown>[]);
  return outcomes;
}

const { recordBatch } = recordingBy({ tryListings: ['EXPERT'] } as const);
const TryListingsPayload = batchPayloadOf('tryListings', 'listing', TriedListing, '挂网');

@Resolver()
class TriedResolver {
  @Mutation(() => TryListingsPayload, always('Lists.', '挂网。'))
  tryListings(@Ctx() context: Context, @Arg('input', () => TryListingsInput, always('Rows.', '多行。')) input: TryListingsInput) {
    return recordBatch(context, 'tryListings', { field: 'listing', type: 'TriedListing' }, input, input.rows, listAll);
  }
}
(supply.resolvers as unknown as Function[]).push(TriedResolver);
