import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgreementSumsQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { Bar } from '../../parts/bar.tsx';
import { SortableTable, type Column } from '../../parts/sortable-table.tsx';
import { amount, count, ratio } from '../../parts/format.ts';
import { LinkToPart } from '../../parts/link-to-part.tsx';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import type { Filters } from '../../parts/use-filters.ts';
import type { AgreementFilter, Group } from './question.ts';

type Row = AgreementSumsQuery['grouped']['rows'][number];

/** Agreed, ordered, delivered, accepted and completion by product, area or institution; a row leads to its agreements. */
export function AgreementSums(props: { readonly rows: readonly Row[]; readonly by: Group; readonly filters: Filters<AgreementFilter> }) {
  const { rows, by, filters } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const missing = <span className="missing">{t('state.notOnRecord')}</span>;
  const quantity = (key: string, of: (row: Row) => number | null): Column<Row> => ({
    key,
    head: t(`enterprise.${key}`),
    numeric: true,
    by: of,
    cell: (row) => {
      const value = of(row);
      return value === null ? missing : `${count(value, language)}${row.product ? ` ${unitsName(row.product.countingUnit, t)}` : ''}`;
    },
  });
  const yuan = (key: string, of: (row: Row) => string | null): Column<Row> => ({
    key,
    head: t(`enterprise.${key}Yuan`),
    numeric: true,
    by: (row) => (of(row) === null ? null : Number(of(row))),
    cell: (row) => {
      const value = of(row);
      return value === null ? missing : amount(value, language).text;
    },
  });
  const heads: Readonly<Record<Group, Column<Row>>> = {
    product: {
      key: 'product',
      head: t('enterprise.product'),
      by: ({ product }) => product && productName(product, language),
      cell: ({ product, round, containsSynthetic }) => (
        <span>
          {product && (
            <LinkToPart address={filters.address({ product: product.code })} part="agreements">
              {productName(product, language)}
            </LinkToPart>
          )}
          {containsSynthetic && <span className="tag">{t('state.synthetic')}</span>}
          {round && (
            <span className="block">
              <Link href={`/rounds/${encodeURIComponent(round.code)}`}>{nameOf(round, language)}</Link>
            </span>
          )}
        </span>
      ),
    },
    area: {
      key: 'area',
      head: t('enterprise.area'),
      by: ({ area }) => area?.code ?? null,
      cell: ({ area }) => area && <Link href={filters.address({ area: area.code, by: 'institution' })}>{nameOf(area, language)}</Link>,
    },
    institution: {
      key: 'institution',
      head: t('enterprise.institution'),
      by: ({ institution }) => institution?.name ?? null,
      cell: ({ institution }) =>
        institution && <Link href={`/payments?institution=${encodeURIComponent(institution.code)}`}>{institution.name}</Link>,
    },
  };
  return (
    <SortableTable
      key={by}
      caption={t('enterprise.sumsCaption')}
      rows={rows}
      rowKey={({ product, round, area, institution }) => [product, round, area, institution].map((each) => each?.code).join(' ')}
      columns={[
        heads[by],
        quantity('agreed', ({ agreedQuantity }) => agreedQuantity),
        quantity('ordered', ({ orderedQuantity }) => orderedQuantity),
        quantity('delivered', ({ deliveredQuantity }) => deliveredQuantity),
        quantity('accepted', ({ acceptedQuantity }) => acceptedQuantity),
        {
          key: 'completion',
          head: t('enterprise.completion'),
          numeric: true,
          by: ({ completionRatio }) => (completionRatio === null ? null : Number(completionRatio)),
          cell: ({ completionRatio }) =>
            completionRatio === null ? (
              missing
            ) : (
              <span>
                {ratio(completionRatio, language)}
                <Bar part={Number(completionRatio)} whole={1} />
              </span>
            ),
        },
        yuan('acceptedAmount', ({ acceptedAmount }) => acceptedAmount),
        yuan('overdue', ({ overdueAmount }) => overdueAmount),
      ]}
    />
  );
}
