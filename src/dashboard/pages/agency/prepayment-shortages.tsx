import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PrepaymentOfDocument, PrepaymentShortagesDocument, type PrepaymentShortagesQuery } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { actsColumn, SortableTable } from '../../parts/sortable-table.tsx';
import { Derivation } from '../../parts/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { amount, count, date, ratio } from '../../parts/format.ts';
import { MorePages } from '../../parts/more-pages.tsx';
import { nameOf } from '../../parts/names.ts';
import { Opened } from '../../parts/opened.tsx';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { RowActs } from '../../parts/row-acts.tsx';
import { RowCount } from '../../parts/row-count.tsx';
import type { Filters } from '../../parts/use-filters.ts';
import { PrepayAct, PrepaymentActs } from './prepayment-acts.tsx';
import type { AgencyFilter } from './question.ts';

type Monitor = PrepaymentShortagesQuery['prepaymentMonitor'];

const rowsOfPage = 25;

/** Where less than the minimum is prepaid, by how much, in which areas. */
export function PrepaymentShortages(props: {
  readonly year: number;
  readonly area: string | undefined;
  readonly asOf: string;
  readonly filters: Filters<AgencyFilter>;
}) {
  const { year, area = null, asOf, filters } = props;
  const { after = null } = filters.chosen;
  const mayAct = useSession()?.role === 'AGENCY';
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(PrepaymentShortagesDocument, { year, area, asOf, first: rowsOfPage, after });
  const note = t('agency.until', { date: date(asOf, language), year });
  return (
    <RowActs>
      <Answered of={answer}>
        {({ prepaymentMonitor: monitor }) => (
          <>
            <dl className="figures amounts">
              <Figure
                name={t('agency.missing')}
                value={amount(monitor.missingAmount, language).text}
                unit={t('unit.yuan')}
                note={note}
                rule="payment.prepayment-minimum"
              />
              <Figure
                name={t('agency.below')}
                value={count(monitor.belowCount, language)}
                unit={t('agency.ofInstitutions', { count: monitor.institutionCount })}
              />
            </dl>
            {monitor.areas.length > 1 && <ShortAreas rows={monitor.areas} filters={filters} />}
            {monitor.institutions.length > 0 ? (
              <>
                <h3>{t('agency.shortInstitutions')}</h3>
                <ShortInstitutions rows={monitor.institutions} year={year} asOf={asOf} mayAct={mayAct} />
                <RowCount of={{ totalCount: monitor.belowCount, totalIsExact: true }} />
                <MorePages pageInfo={{ endCursor: monitor.endCursor, hasNextPage: monitor.endCursor !== null }} part="prepayment" />
              </>
            ) : (
              <Empty>{t('agency.nobodyShort')}</Empty>
            )}
          </>
        )}
      </Answered>
      {mayAct && <PrepaymentActs year={year} />}
    </RowActs>
  );
}

function ShortAreas({ rows, filters }: { readonly rows: Monitor['areas']; readonly filters: Filters<AgencyFilter> }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <details>
      <summary>{t('agency.shortAreas', { count: rows.length })}</summary>
      <SortableTable
        caption={t('agency.shortAreasCaption')}
        rows={rows}
        rowKey={({ area }) => area.code}
        columns={[
          {
            key: 'area',
            head: t('agency.area'),
            by: ({ area }) => area.code,
            cell: ({ area }) => <Link href={filters.address({ area: area.code })}>{nameOf(area, language)}</Link>,
          },
          {
            key: 'institutions',
            head: t('agency.institutions'),
            numeric: true,
            by: ({ institutions }) => institutions,
            cell: ({ institutions }) => count(institutions, language),
          },
          {
            key: 'below',
            head: t('agency.below'),
            numeric: true,
            by: ({ institutionsBelow }) => institutionsBelow,
            cell: ({ institutionsBelow }) => count(institutionsBelow, language),
          },
          {
            key: 'missing',
            head: t('agency.missingYuan'),
            numeric: true,
            by: ({ missingAmount }) => Number(missingAmount),
            cell: ({ missingAmount }) => amount(missingAmount, language).text,
          },
        ]}
      />
    </details>
  );
}

function ShortInstitutions(props: {
  readonly rows: Monitor['institutions'];
  readonly year: number;
  readonly asOf: string;
  readonly mayAct: boolean;
}) {
  const { rows, year, asOf, mayAct } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const yuan = (value: string) => amount(value, language).text;
  return (
    <SortableTable
      caption={t('agency.shortCaption')}
      rows={rows}
      rowKey={({ institution }) => institution.code}
      columns={[
        {
          key: 'institution',
          head: t('agency.institution'),
          by: ({ institution }) => institution.name,
          cell: ({ institution, area }) => (
            <span>
              {institution.name}
              <span className="quiet block">{nameOf(area, language)}</span>
            </span>
          ),
        },
        {
          key: 'status',
          head: t('agency.status'),
          by: ({ status }) => status,
          cell: ({ status }) => <span className="tag bad">{t(`prepaymentStatus.${status}`)}</span>,
        },
        {
          key: 'agreed',
          head: t('agency.agreedYuan'),
          numeric: true,
          by: ({ agreedAmount }) => Number(agreedAmount),
          cell: ({ agreedAmount }) => yuan(agreedAmount),
        },
        {
          key: 'minimum',
          head: t('agency.minimumYuan'),
          numeric: true,
          by: ({ requiredMinimum }) => Number(requiredMinimum),
          cell: ({ requiredMinimum, minimumRatio, institution }) => (
            <span>
              <Opened
                heading={t('agency.minimumOf', { name: institution.name })}
                title={t('why.open')}
                content={() => <WhyMinimum institution={institution.code} year={year} asOf={asOf} />}
              >
                {yuan(requiredMinimum)}
              </Opened>
              <span className="quiet block">{ratio(minimumRatio, language)}</span>
            </span>
          ),
        },
        {
          key: 'paid',
          head: t('agency.paidYuan'),
          numeric: true,
          by: ({ paidAmount }) => Number(paidAmount),
          cell: ({ paidAmount }) => yuan(paidAmount),
        },
        {
          key: 'missing',
          head: t('agency.missingYuan'),
          numeric: true,
          by: ({ missingAmount }) => Number(missingAmount),
          cell: ({ missingAmount }) => <strong className="bad">{yuan(missingAmount)}</strong>,
        },
        ...actsColumn<Monitor['institutions'][number]>(mayAct ? (of) => <PrepayAct of={of} year={year} /> : undefined, t),
      ]}
    />
  );
}

/** Asked when it is opened: the monitor lists many, and one at a time is looked into. */
function WhyMinimum(variables: { readonly institution: string; readonly year: number; readonly asOf: string }) {
  const { t } = useTranslation();
  const answer = useAnswer(PrepaymentOfDocument, variables);
  return (
    <Answered of={answer}>
      {({ prepayment }) => (prepayment ? <Derivation of={prepayment.explanation} /> : <Empty>{t('state.notOnRecord')}</Empty>)}
    </Answered>
  );
}
