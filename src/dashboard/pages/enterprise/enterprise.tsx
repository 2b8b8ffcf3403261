import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AgreementSumsDocument, type AgreementSumsQuery } from '../../../../schema/dashboard/graphql.ts';
import { useSession, type Role } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { ByRule } from '../../parts/by-rule.tsx';
import { AskedChoice } from '../../parts/asked-choice.tsx';
import { DataThrough } from '../../parts/data-through.tsx';
import { ExportFile } from '../../parts/export-file.tsx';
import { AsOf } from '../../parts/filter-fields.tsx';
import { Figure } from '../../parts/figure.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { amount, date, largeAmount, ratio } from '../../parts/format.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { OnDemand } from '../../parts/on-demand.tsx';
import { RowActs } from '../../parts/row-acts.tsx';
import { useFilters, type Filters } from '../../parts/use-filters.ts';
import { AgreementActs } from './agreement-acts.tsx';
import { AgreementSums } from './agreement-sums.tsx';
import { Agreements } from './agreements.tsx';
import { DeliverAct } from './deliver.tsx';
import { LatestOrders } from './latest-orders.tsx';
import { filterNames, groups, questionOf, type AgreementFilter } from './question.ts';
import { SubmitBid } from './submit-bid.tsx';
import './words.ts';

/** Who sees any of it. */
const roles: readonly Role[] = ['ENTERPRISE', 'AUDITOR', 'EXPERT', 'APPROVER'];

/** What an enterprise won and was promised, and how much of it was ordered, delivered and accepted. */
export default function Enterprise() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('page.enterprise')}</h1>
      <p className="lead">{t('enterprise.lead')}</p>
      <ForRoles roles={roles}>
        <OwnAgreements />
      </ForRoles>
    </>
  );
}

function OwnAgreements() {
  const { t } = useTranslation();
  const filters = useFilters(filterNames);
  const session = useSession();
  const mayAct = session?.role === 'ENTERPRISE';
  const { asOf, by, dimensions, filter, file } = questionOf(filters.chosen);
  // Sums by institution are made for one area at a time.
  const needsArea = by === 'institution' && filters.chosen.area === undefined;
  const answer = useAnswer(AgreementSumsDocument, { asOf, filter, by: needsArea ? [] : [...dimensions] });
  return (
    <>
      <AgreementFilters filters={filters} asOf={asOf} />
      <Answered of={answer}>
        {({ all, grouped }) => (
          <>
            <Totals all={all} asOf={asOf} />
            <section>
              <div className="heading">
                <h2>
                  <ByRule rule="supply.completion-progress" label={t('enterprise.sums')}>
                    {t('enterprise.sums')}
                  </ByRule>
                </h2>
                <DataThrough at={all.dataThrough} />
              </div>
              <nav className="tabs" aria-label={t('enterprise.groupBy')}>
                {groups.map((group) => (
                  <Link key={group} href={filters.address({ by: group })} aria-current={group === by ? 'page' : undefined}>
                    {t(`enterprise.by.${group}`)}
                  </Link>
                ))}
              </nav>
              {needsArea ? (
                <Empty>{t('enterprise.needsArea')}</Empty>
              ) : grouped.rows.length === 0 ? (
                <Empty>{t('enterprise.nothing')}</Empty>
              ) : (
                <AgreementSums rows={grouped.rows} by={by} filters={filters} />
              )}
            </section>
          </>
        )}
      </Answered>
      <section id="agreements" tabIndex={-1}>
        <h2>{t('enterprise.agreements')}</h2>
        <RowActs>
          <Agreements
            asOf={asOf}
            filter={filter}
            after={filters.chosen.after}
            acts={mayAct ? (agreement) => <AgreementActs agreement={agreement} /> : undefined}
          />
        </RowActs>
        <ExportFile kind="agreements" rows={file} note={t('enterprise.exportNote')} />
      </section>
      <OnDemand id="orders" heading={t('supplying.orders')}>
        <RowActs>
          <LatestOrders isOfMany acts={mayAct ? (order) => <DeliverAct order={order} /> : undefined} />
        </RowActs>
      </OnDemand>
      {mayAct && session.enterprise && (
        <section id="bids">
          <h2>{t('supplying.bids')}</h2>
          <SubmitBid enterprise={session.enterprise} />
        </section>
      )}
    </>
  );
}

function AgreementFilters({ filters, asOf }: { readonly filters: Filters<AgreementFilter>; readonly asOf: string }) {
  const { chosen, choose } = filters;
  const { t } = useTranslation();
  const session = useSession();
  const each = { asOf, all: t('filter.all') };
  return (
    <form className="filters" aria-label={t('filter.filters')} onSubmit={(event) => event.preventDefault()}>
      <AsOf value={chosen.asOf} onChoose={(day) => choose({ asOf: day })} />
      <AskedChoice by="AGREEMENT_YEAR" name={t('enterprise.year')} value={chosen.year} onChoose={(year) => choose({ year })} {...each} />
      <AskedChoice
        by="PRODUCT"
        name={t('enterprise.product')}
        value={chosen.product}
        onChoose={(product) => choose({ product })}
        {...each}
      />
      <AskedChoice by="AREA" name={t('enterprise.area')} value={chosen.area} onChoose={(area) => choose({ area })} {...each} />
      {!session?.enterprise && (
        <AskedChoice
          by="ENTERPRISE"
          name={t('enterprise.enterprise')}
          value={chosen.enterprise}
          onChoose={(enterprise) => choose({ enterprise })}
          {...each}
        />
      )}
    </form>
  );
}

/** Quantities of several products are not added up here: what is promised altogether is told in yuan. */
function Totals({ all, asOf }: { readonly all: AgreementSumsQuery['all']; readonly asOf: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const row = all.rows[0] ?? null;
  const agreed = row?.agreedAmount ? largeAmount(row.agreedAmount, language) : null;
  const accepted = row?.acceptedAmount ? largeAmount(row.acceptedAmount, language) : null;
  const overdue = row?.overdueAmount ? amount(row.overdueAmount, language) : null;
  const note = t('enterprise.until', { date: date(asOf, language) });
  return (
    <dl className="figures amounts">
      <Figure
        name={t('enterprise.agreedAmount')}
        value={agreed?.text ?? null}
        unit={agreed?.unit}
        note={t('enterprise.agreedAmountNote')}
        rule="supply.agreed-amount"
      />
      <Figure
        name={t('enterprise.completion')}
        value={row?.completionRatio ? ratio(row.completionRatio, language) : null}
        note={note}
        rule="supply.completion-progress"
      />
      <Figure
        name={t('enterprise.acceptedAmount')}
        value={accepted?.text ?? null}
        unit={accepted?.unit}
        note={note}
        rule="payment.payable-amount"
      />
      <Figure
        name={t('enterprise.overdue')}
        value={overdue && <Link href={`/payments?state=overdue&asOf=${asOf}`}>{overdue.text}</Link>}
        unit={overdue?.unit}
        note={t('enterprise.overdueNote')}
        rule="payment.payable-status"
      />
    </dl>
  );
}
