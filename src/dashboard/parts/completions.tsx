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

interface Product {
  readonly code: string;
  readonly name: string;
  readonly brand: string | null;
  readonly genericNameEn: string | null;
  readonly countingUnit: string;
}

/** Completion beside time progress, of selected products as a bulletin tells them; of one product without its name. */
export function Completions({ rows, products }: { readonly rows: readonly CompletionFragment[]; readonly products: readonly Product[] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (rows.length === 0) return <Empty>{t('bulletin.noCompletion')}</Empty>;
  const isOfOne = products.length === 1;
  const productOf = new Map(products.map((each) => [each.code, each]));
  const name = ({ productCode }: CompletionFragment) => {
    const known = productOf.get(productCode);
    return known ? productName(known, language) : productCode;
  };
  const quantity = (value: number | null, { productCode }: CompletionFragment) =>
    value !== null && `${count(value, language)} ${unitsName(productOf.get(productCode)?.countingUnit ?? '', t)}`;
  const product: Column<CompletionFragment> = {
    key: 'product',
    head: t('bulletin.product'),
    by: name,
    cell: (row) => (
      <>
        <Link href={`/products/${encodeURIComponent(row.productCode)}`}>{name(row)}</Link>
        {row.synthetic && <span className="tag">{t('state.synthetic')}</span>}
      </>
    ),
  };
  return (
    <SortableTable
      caption={t('bulletin.completionCaption')}
      rows={rows}
      rowKey={({ productCode, agreementYear, synthetic }) => `${productCode} ${agreementYear} ${synthetic}`}
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
