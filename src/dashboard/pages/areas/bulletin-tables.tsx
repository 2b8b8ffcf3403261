import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import {
  BulletinPaymentsDocument,
  BulletinPrepaymentsDocument,
  type BulletinPaymentsQuery,
  type BulletinPrepaymentsQuery,
} from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage, type Language } from '../../app/language.ts';
import { OfBulletin, Told } from '../../parts/bulletin.tsx';
import { Why } from '../../parts/explanation.tsx';
import { largeAmount, ratio } from '../../parts/format.ts';
import { MorePages } from '../../parts/more-pages.tsx';
import { nameOf } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { SortableTable, type Column } from '../../parts/sortable-table.tsx';

type Payment = BulletinPaymentsQuery['performanceBulletins']['nodes'][number]['areaPayments']['nodes'][number];
type Prepayment = BulletinPrepaymentsQuery['performanceBulletins']['nodes'][number]['areaPrepayments']['nodes'][number];

const money = (value: string | null, language: Language) => {
  if (value === null) return null;
  const { text, unit } = largeAmount(value, language);
  return `${text} ${unit}`;
};
/** For putting rows in order, never for showing. */
const number = (value: string | null) => (value === null ? null : Number(value));

/** How punctually each pooling area pays, as the latest bulletin tells it. */
export function PaymentsTold({ after }: { readonly after: string | null }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(BulletinPaymentsDocument, { after });
  const amount = (key: 'due' | 'paid' | 'overdue', of: (row: Payment) => string | null): Column<Payment> => ({
    key,
    head: t(`bulletin.${key}`),
    numeric: true,
    by: (row) => number(of(row)),
    cell: (row) => <Told suppressed={row.suppressed}>{money(of(row), language)}</Told>,
  });
  return (
    <Answered of={answer}>
      {({ performanceBulletins }) => (
        <OfBulletin title={t('bulletin.payments')} of={performanceBulletins.nodes}>
          {({ areaPayments: { nodes, pageInfo } }) =>
            nodes.length === 0 ? (
              <Empty>{t('bulletin.noRows')}</Empty>
            ) : (
              <>
                <SortableTable
                  caption={t('bulletin.lead')}
                  rows={nodes}
                  rowKey={({ area, synthetic }) => `${area.code} ${synthetic}`}
                  columns={[
                    areaColumn(t, language),
                    {
                      key: 'punctuality',
                      head: t('bulletin.punctuality'),
                      numeric: true,
                      by: ({ punctuality }) => number(punctuality?.byAmount ?? null),
                      cell: ({ punctuality, suppressed }) => (
                        <Told suppressed={suppressed}>
                          {punctuality && (
                            <>
                              <Why of={punctuality.explanation} label={t('bulletin.punctuality')}>
                                {ratio(punctuality.byAmount, language)}
                              </Why>
                              <span className="quiet block">{t('bulletin.byCount', { share: ratio(punctuality.byCount, language) })}</span>
                            </>
                          )}
                        </Told>
                      ),
                    },
                    amount('due', ({ dueAmount }) => dueAmount),
                    amount('paid', ({ paidAmount }) => paidAmount),
                    amount('overdue', ({ overdueAmount }) => overdueAmount),
                  ]}
                />
                <MorePages pageInfo={pageInfo} part="bulletin" />
              </>
            )
          }
        </OfBulletin>
      )}
    </Answered>
  );
}

/** What the fund of each pooling area has prepaid, of what it must, as the latest bulletin tells it. */
export function PrepaymentsTold({ after }: { readonly after: string | null }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(BulletinPrepaymentsDocument, { after });
  const amount = (key: 'required' | 'prepaid' | 'missing', of: (row: Prepayment) => string | null): Column<Prepayment> => ({
    key,
    head: t(`bulletin.${key}`),
    numeric: true,
    by: (row) => number(of(row)),
    cell: (row) => <Told suppressed={row.suppressed}>{money(of(row), language)}</Told>,
  });
  return (
    <Answered of={answer}>
      {({ performanceBulletins }) => (
        <OfBulletin title={t('bulletin.prepayments')} of={performanceBulletins.nodes}>
          {({ areaPrepayments: { nodes, pageInfo } }) =>
            nodes.length === 0 ? (
              <Empty>{t('bulletin.noRows')}</Empty>
            ) : (
              <>
                <SortableTable
                  caption={t('bulletin.lead')}
                  rows={nodes}
                  rowKey={({ area, agreementYear, synthetic }) => `${area.code} ${agreementYear} ${synthetic}`}
                  columns={[
                    areaColumn(t, language),
                    {
                      key: 'year',
                      head: t('bulletin.year'),
                      numeric: true,
                      by: ({ agreementYear }) => agreementYear,
                      cell: ({ agreementYear }) => agreementYear,
                    },
                    amount('required', ({ requiredAmount }) => requiredAmount),
                    amount('prepaid', ({ paidAmount }) => paidAmount),
                    amount('missing', ({ missingAmount }) => missingAmount),
                    {
                      key: 'below',
                      head: t('bulletin.below'),
                      numeric: true,
                      by: ({ institutionsBelow }) => institutionsBelow,
                      cell: ({ institutions, institutionsBelow, suppressed }) => (
                        <Told suppressed={suppressed}>{t('bulletin.ofInstitutions', { below: institutionsBelow, all: institutions })}</Told>
                      ),
                    },
                  ]}
                />
                <MorePages pageInfo={pageInfo} part="bulletin" />
              </>
            )
          }
        </OfBulletin>
      )}
    </Answered>
  );
}

function areaColumn(t: TFunction, language: Language): Column<Payment | Prepayment> {
  return {
    key: 'area',
    head: t('bulletin.area'),
    short: true,
    by: ({ area }) => area.code,
    cell: ({ area, synthetic }) => (
      <>
        {nameOf(area, language)}
        {synthetic && <span className="tag">{t('state.synthetic')}</span>}
      </>
    ),
  };
}
