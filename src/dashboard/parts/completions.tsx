import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CompletionFragment } from '../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../app/language.ts';
import { Bar } from './bar.tsx';
import { Told } from './bulletin.tsx';
import { Why } from './explanation.tsx';
import { count, percent } from './format.ts';
import { productName, unitsName } from './names.ts';
import { Empty } from './page-state.tsx';
import { SortableTable, type Column } from './sortable-table.tsx';

/** Completion beside time progress, of selected products as a bulletin tells them; of one product without its name. */
export function Completions({ rows, isOfOne = false }: { readonly rows: readonly CompletionFragment[]; readonly isOfOne?: boolean }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (rows.length === 0) return <Empty>{t('bulletin.noCompletion')}</Empty>;
  const quantity = (value: number | null, of: CompletionFragment) =>
    value !== null && `${count(value, language)} ${unitsName(of.selectedProduct?.product.countingUnit ?? '', t)}`;
  const product: Column<CompletionFragment> = {
    key: 'product',
    head: t('bulletin.product'),
    by: ({ selectedProduct }) => (selectedProduct ? productName(selectedProduct.product, language) : null),
    cell: ({ selectedProduct, synthetic }) => (
      <>
        {selectedProduct && (
          <Link href={`/products/${encodeURIComponent(selectedProduct.product.code)}`}>
            {productName(selectedProduct.product, language)}
          </Link>
        )}
        {synthetic && <span className="tag">{t('state.synthetic')}</span>}
      </>
    ),
  };
  return (
    <SortableTable
      caption={t('bulletin.completionCaption')}
      rows={rows}
      rowKey={({ selectedProduct, agreementYear, synthetic }) => `${selectedProduct?.product.code} ${agreementYear} ${synthetic}`}
      columns={[
        ...(isOfOne ? [] : [product]),
        {
          key: 'year',
          head: t('bulletin.year'),
          numeric: true,
          by: ({ agreementYear }) => agreementYear,
          cell: ({ agreementYear, synthetic }) => (
            <>
              {agreementYear}
              {isOfOne && synthetic && <span className="tag">{t('state.synthetic')}</span>}
            </>
          ),
        },
        {
          key: 'agreed',
          head: t('bulletin.agreed'),
          numeric: true,
          by: ({ agreedQuantity }) => agreedQuantity,
          cell: (row) => quantity(row.agreedQuantity, row),
        },
        {
          key: 'accepted',
          head: t('bulletin.accepted'),
          numeric: true,
          by: ({ acceptedQuantity }) => acceptedQuantity,
          cell: (row) => <Told suppressed={row.suppressed}>{quantity(row.acceptedQuantity, row)}</Told>,
        },
        {
          key: 'completion',
          head: t('bulletin.completed'),
          numeric: true,
          by: ({ progress }) => (progress.completionPercent === null ? null : Number(progress.completionPercent)),
          cell: ({ progress: { completionPercent, timePercent, explanation }, suppressed }) => (
            <Told suppressed={suppressed}>
              {completionPercent !== null && explanation && (
                <>
                  <Why of={explanation} label={t('bulletin.completion')}>
                    {percent(completionPercent, language)}
                  </Why>
                  <Bar part={Number(completionPercent)} whole={100} mark={Number(timePercent)} />
                </>
              )}
            </Told>
          ),
        },
        {
          key: 'time',
          head: t('bulletin.time'),
          numeric: true,
          by: ({ progress }) => Number(progress.timePercent),
          cell: ({ progress }) => percent(progress.timePercent, language),
        },
      ]}
    />
  );
}
