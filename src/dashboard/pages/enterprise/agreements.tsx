import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EnterpriseAgreementsDocument,
  type AgreementListFilter,
  type EnterpriseAgreementsQuery,
} from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage, type Language } from '../../app/language.ts';
import { Bar } from '../../parts/bar.tsx';
import { actsColumn, SortableTable, type Column } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { amount, count, date, ratio, unitPrice } from '../../parts/format.ts';
import { nameOf, perUnit, productName, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { MorePages } from '../../parts/more-pages.tsx';
import { RowCount } from '../../parts/row-count.tsx';

type Agreement = EnterpriseAgreementsQuery['agreements']['nodes'][number];

const rowsOfPage = 25;

/** The agreements one by one: how much was bought of each beside how much of its time is gone. */
export function Agreements(props: {
  readonly asOf: string;
  readonly filter: AgreementListFilter;
  readonly after: string | undefined;
  /** What may be done under one. */
  readonly acts?: ((agreement: Agreement) => ReactNode) | undefined;
}) {
  const { asOf, filter, after = null, acts } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(EnterpriseAgreementsDocument, { asOf, filter, first: rowsOfPage, after });
  return (
    <Answered of={answer}>
      {({ agreements }) =>
        agreements.nodes.length > 0 ? (
          <>
            <p className="quiet">{t('enterprise.progressLegend')}</p>
            <SortableTable
              caption={t('enterprise.agreementsCaption')}
              rows={agreements.nodes}
              rowKey={({ id }) => id}
              columns={[...columns(t, language), ...actsColumn(acts, t)]}
            />
            <RowCount of={agreements} />
            <MorePages pageInfo={agreements.pageInfo} part="agreements" />
          </>
        ) : (
          <Empty>{t('enterprise.noAgreements')}</Empty>
        )
      }
    </Answered>
  );
}

function columns(t: TFunction, language: Language): readonly Column<Agreement>[] {
  const quantity = (key: string, of: (agreement: Agreement) => number): Column<Agreement> => ({
    key,
    head: t(`enterprise.${key}`),
    numeric: true,
    short: true,
    cell: (agreement) => count(of(agreement), language),
  });
  return [
    {
      key: 'institution',
      head: t('enterprise.institution'),
      cell: ({ institution, number, confidence, inForceFrom, inForceTo }) => (
        <span>
          {institution.name}
          {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
          <span className="quiet block">{nameOf({ code: '', ...institution.area }, language)}</span>
          <code className="quiet block">{number}</code>
          <span className="quiet block">
            {t('enterprise.fromTo', { from: date(inForceFrom, language), to: date(inForceTo, language) })}
          </span>
        </span>
      ),
    },
    {
      key: 'product',
      head: t('enterprise.product'),
      cell: ({ product, unitPrice: price, priceUnit, enterprise, distributor }) => (
        <span>
          {productName(product, language)}
          <span className="quiet block">{nameOf(enterprise, language)}</span>
          <span className="quiet block">
            {unitPrice(price, language)} {perUnit(priceUnit, t)}
          </span>
          <span className="quiet block">
            {distributor ? t('enterprise.distributor', { name: nameOf(distributor, language) }) : t('enterprise.noDistributor')}
          </span>
        </span>
      ),
    },
    {
      key: 'agreed',
      head: t('enterprise.agreed'),
      numeric: true,
      cell: ({ agreedQuantity, agreedAmount, product }) => (
        <span>
          {count(agreedQuantity, language)} {unitsName(product.countingUnit, t)}
          <span className="quiet block">
            {amount(agreedAmount, language).text} {t('unit.yuan')}
          </span>
        </span>
      ),
    },
    quantity('ordered', ({ progress }) => progress.orderedQuantity),
    quantity('delivered', ({ progress }) => progress.deliveredQuantity),
    quantity('accepted', ({ progress }) => progress.purchasedQuantity),
    {
      key: 'completion',
      head: t('enterprise.completion'),
      numeric: true,
      cell: ({ progress, number }) => (
        <span>
          <Why of={progress.explanation} label={`${t('enterprise.completion')} · ${number}`}>
            {ratio(progress.completionRatio, language)}
          </Why>
          <Bar part={Number(progress.completionRatio)} whole={1} mark={Number(progress.timeProgressRatio)} />
          <span className="quiet block">{t('enterprise.time', { ratio: ratio(progress.timeProgressRatio, language) })}</span>
          {progress.isBehind && <span className="tag bad">{t('enterprise.behind')}</span>}
        </span>
      ),
    },
    {
      key: 'shortfall',
      head: t('enterprise.shortfall'),
      numeric: true,
      short: true,
      cell: ({ progress, number }) => (
        <Why of={progress.shortfallExplanation} label={`${t('enterprise.shortfall')} · ${number}`}>
          {count(progress.shortfallQuantity, language)}
        </Why>
      ),
    },
  ];
}
