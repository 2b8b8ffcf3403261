import { useTranslation } from 'react-i18next';
import { PaymentTimelineDocument, type PaymentTimelineQuery } from '../../../../schema/dashboard/graphql.ts';
import type { Role } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { ByRule } from '../../parts/by-rule.tsx';
import { DataThrough } from '../../parts/data-through.tsx';
import { ExportFile } from '../../parts/export-file.tsx';
import { Figure } from '../../parts/figure.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { amount, date } from '../../parts/format.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { DueMonths } from './due-months.tsx';
import { LatePayers } from './late-payers.tsx';
import { Payables } from './payables.tsx';
import { PaymentFilters } from './payment-filters.tsx';
import { filterNames, questionOf } from './question.ts';
import './words.ts';

/** Who sees any of it. */
const roles: readonly Role[] = ['ENTERPRISE', 'INSTITUTION', 'AGENCY', 'AUDITOR', 'EXPERT', 'APPROVER'];

/** What falls due when, what is late, by whom and by how many days: first the late, then the months, then each payable. */
export default function Payments() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('page.payments')}</h1>
      <p className="lead">{t('payments.lead')}</p>
      <ForRoles roles={roles}>
        <Timeline />
      </ForRoles>
    </>
  );
}

function Timeline() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const filters = useFilters(filterNames);
  const question = questionOf(filters.chosen);
  const { asOf, allMonths, late, totals } = question;
  const answer = useAnswer(PaymentTimelineDocument, { asOf, allMonths, late, totals });
  return (
    <>
      <PaymentFilters filters={filters} asOf={asOf} months={answer.data?.payablesByMonth.map(({ month }) => month) ?? []} />
      <Answered of={answer}>
        {({ procurementStatistics, latePayers, payablesByMonth }) => (
          <>
            {filters.chosen.month === undefined && filters.chosen.institution === undefined && (
              <Totals statistics={procurementStatistics} asOf={asOf} />
            )}
            <section>
              <div className="heading">
                <h2>
                  <ByRule rule="payment.payable-status" label={t('payments.latePayers', { count: latePayers.length })}>
                    {t('payments.latePayers', { count: latePayers.length })}
                  </ByRule>
                </h2>
                <DataThrough at={procurementStatistics.dataThrough} />
              </div>
              {latePayers.length > 0 ? (
                <LatePayers rows={latePayers} filters={filters} />
              ) : (
                <Empty>{t('payments.nobodyLate', { date: date(asOf, language) })}</Empty>
              )}
            </section>
            {payablesByMonth.length > 0 && <DueMonths months={payablesByMonth} filters={filters} asOf={asOf} />}
          </>
        )}
      </Answered>
      <section id="payables" tabIndex={-1}>
        <h2>{t('payments.payables')}</h2>
        <Payables asOf={asOf} filter={question.listed} after={filters.chosen.after} />
        <ExportFile kind="payables" rows={question.file} note={t('payments.exportNote')} />
      </section>
    </>
  );
}

/** How all of it stands; what one month or institution comes to stands in the tables. */
function Totals({ statistics, asOf }: { readonly statistics: PaymentTimelineQuery['procurementStatistics']; readonly asOf: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [row] = statistics.rows;
  const note = t('payments.until', { date: date(asOf, language) });
  const shown = (value: string | null | undefined) => (value ? amount(value, language) : { text: null, unit: undefined });
  const [overdue, accepted, paid] = [shown(row?.overdueAmount), shown(row?.acceptedAmount), shown(row?.paidAmount)];
  return (
    <dl className="figures amounts">
      <Figure
        name={t('payments.overdue')}
        value={overdue.text && <a href="#payables">{overdue.text}</a>}
        unit={overdue.unit}
        note={note}
        rule="payment.payable-status"
      />
      <Figure
        name={t('payments.accepted')}
        value={accepted.text}
        unit={accepted.unit}
        note={t('payments.acceptedNote')}
        rule="payment.payable-amount"
      />
      <Figure name={t('payments.paid')} value={paid.text} unit={paid.unit} note={note} rule="payment.payment-limit" />
    </dl>
  );
}
