import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RoundPageQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { Bar } from '../../parts/bar.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { count, ratio, unitPrice } from '../../parts/format.ts';
import { nameOf, perUnit, productName, unitsName } from '../../parts/names.ts';

type Round = NonNullable<RoundPageQuery['round']>;
type Selected = Round['selectedProducts']['nodes'][number];
type Sums = RoundPageQuery['procurementStatistics']['rows'];

/** Each product that won: its price beside the ceiling, its rank, its quantity, and how much of it was bought so far as the reader may see. */
export function SelectedProducts({ round, rows, told }: { readonly round: Round; readonly rows: Sums; readonly told: boolean }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const sums = new Map(rows.map((row) => [row.product?.code, row]));
  const ceilings = new Map(round.lots.nodes.map(({ code, ceilingPrice }) => [code, ceilingPrice]));
  const missing = <span className="missing">{t('state.notOnRecord')}</span>;
  return (
    <SortableTable
      caption={t('round.tableCaption')}
      rows={round.selectedProducts.nodes}
      rowKey={({ product, lot }) => `${lot.code} ${product.code}`}
      columns={[
        {
          key: 'rank',
          head: t('round.rank'),
          numeric: true,
          by: ({ rank }) => rank,
          cell: ({ rank }) => rank ?? missing,
        },
        {
          key: 'product',
          head: t('round.product'),
          by: ({ product }) => productName(product, language),
          cell: ({ product, withdrawnOn }) => (
            <>
              <Link href={`/products/${encodeURIComponent(product.code)}`}>{productName(product, language)}</Link>
              <span className="quiet block">{nameOf(product.enterprise, language)}</span>
              {withdrawnOn && <span className="tag">{t('round.withdrawn')}</span>}
            </>
          ),
        },
        {
          key: 'price',
          head: t('round.winningPrice'),
          numeric: true,
          by: ({ winningPrice }) => (winningPrice === null ? null : Number(winningPrice)),
          cell: ({ winningPrice, priceUnit, explanation, lot, product }) => {
            if (winningPrice === null) return missing;
            const ceiling = ceilings.get(lot.code);
            const price = `${unitPrice(winningPrice, language)} ${perUnit(priceUnit, t)}`;
            return (
              <>
                {explanation ? (
                  <Why of={explanation} label={productName(product, language)}>
                    {price}
                  </Why>
                ) : (
                  price
                )}
                {ceiling && (
                  <>
                    <Bar part={Number(winningPrice)} whole={Number(ceiling)} />
                    <span className="quiet block">{t('round.ceiling', { price: unitPrice(ceiling, language) })}</span>
                  </>
                )}
              </>
            );
          },
        },
        {
          key: 'agreed',
          head: t('round.agreedQuantity'),
          numeric: true,
          by: ({ product }) => sums.get(product.code)?.agreedQuantity ?? null,
          cell: ({ product }) => {
            const row = sums.get(product.code);
            return row ? (
              <>
                {count(row.agreedQuantity, language)} {unitsName(product.countingUnit, t)}
                {row.containsSynthetic && <span className="tag">{t('state.synthetic')}</span>}
              </>
            ) : (
              missing
            );
          },
        },
        ...(told
          ? [
              {
                key: 'completion',
                head: t('round.completion'),
                numeric: true,
                by: ({ product }: Selected) => Number(sums.get(product.code)?.completionRatio ?? -1),
                cell: ({ product }: Selected) => {
                  const completion = sums.get(product.code)?.completionRatio;
                  return completion ? (
                    <>
                      {ratio(completion, language)}
                      <Bar part={Number(completion)} whole={1} />
                    </>
                  ) : (
                    missing
                  );
                },
              },
            ]
          : []),
      ]}
    />
  );
}
