import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSession, type Role } from '../../api/session.ts';
import { AskedChoice } from '../../parts/asked-choice.tsx';
import { DataThrough } from '../../parts/data-through.tsx';
import { ExportFile } from '../../parts/export-file.tsx';
import { AsOf, Choice } from '../../parts/filter-fields.tsx';
import { OnDemand } from '../../parts/on-demand.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { RowActs } from '../../parts/row-acts.tsx';
import { useChoices } from '../../parts/use-choices.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { Assessments } from '../agency/assessments.tsx';
import { RetentionStatements } from '../agency/retention-statements.tsx';
import { Agreements } from '../enterprise/agreements.tsx';
import { LatestOrders } from '../enterprise/latest-orders.tsx';
import { filterNames, questionOf } from '../enterprise/question.ts';
import { AgreementActs } from './agreement-acts.tsx';
import { DuePayables } from './due-payables.tsx';
import { OwnPrepayment } from './own-prepayment.tsx';
import { ReportedDemand } from './reported-demand.tsx';
import { WaitingDeliveries } from './waiting-deliveries.tsx';
import './words.ts';

/** Who sees any of it. */
const roles: readonly Role[] = ['INSTITUTION', 'AUDITOR', 'EXPERT', 'APPROVER'];

/** What an institution has to do (accept, pay), and what it agreed, ordered, was prepaid and retains. */
export default function Institution() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('page.institution')}</h1>
      <p className="lead">{t('institution.lead')}</p>
      <ForRoles roles={roles}>
        <OwnAffairs />
      </ForRoles>
    </>
  );
}

function OwnAffairs() {
  const { t } = useTranslation();
  const session = useSession();
  const filters = useFilters([...filterNames, 'round', 'paid'] as const);
  const { asOf, filter } = questionOf(filters.chosen);
  const { options: years, dataThrough } = useChoices('AGREEMENT_YEAR', asOf);
  const { chosen, choose } = filters;
  const mayAct = session?.role === 'INSTITUTION';
  const year = chosen.year ?? years?.at(-1)?.value;
  return (
    <>
      {dataThrough !== undefined && <DataThrough at={dataThrough} />}
      <nav className="tabs" aria-label={t('institution.sections')}>
        {(['accept', 'due', 'agreements', 'orders', 'demand', 'funds'] as const).map((section) => (
          <a key={section} href={`#${section}`}>
            {t(`institution.section.${section}`)}
          </a>
        ))}
      </nav>
      <section id="accept">
        <h2>{t('institution.section.accept')}</h2>
        <WaitingDeliveries mayAccept={mayAct} />
      </section>
      <form className="filters" aria-label={t('filter.filters')} onSubmit={(event) => event.preventDefault()}>
        <AsOf value={chosen.asOf} onChoose={(day) => choose({ asOf: day })} />
        <Choice
          name={t('enterprise.year')}
          value={chosen.year}
          all={t('filter.all')}
          options={years}
          onChoose={(value) => choose({ year: value })}
        />
        <AskedChoice
          by="PRODUCT"
          asOf={asOf}
          name={t('enterprise.product')}
          value={chosen.product}
          all={t('filter.all')}
          onChoose={(product) => choose({ product })}
        />
      </form>
      <section id="due">
        <div className="heading">
          <h2>{t('institution.section.due')}</h2>
          <Link href={`/payments?state=open&asOf=${asOf}`}>{t('institution.allPayables')}</Link>
        </div>
        <DuePayables
          asOf={asOf}
          product={chosen.product}
          isSettled={chosen.paid === 'settled'}
          addressOf={(settled) => filters.address({ paid: settled ? 'settled' : null })}
          mayAct={mayAct}
        />
        <ExportFile kind="payables" rows={{ asOf, productCode: chosen.product }} note={t('payments.exportNote')} />
      </section>
      <OnDemand id="agreements" heading={t('institution.section.agreements')}>
        <RowActs>
          <Agreements
            asOf={asOf}
            filter={filter}
            after={chosen.after}
            acts={mayAct ? (agreement) => <AgreementActs agreement={agreement} /> : undefined}
          />
        </RowActs>
      </OnDemand>
      <OnDemand id="orders" heading={t('institution.section.orders')}>
        <LatestOrders />
        <ExportFile kind="deliveries" rows={{ productCode: chosen.product }} note={t('institution.exportNote')} />
      </OnDemand>
      <OnDemand id="demand" heading={t('institution.section.demand')}>
        <ReportedDemand asOf={asOf} round={chosen.round} onChoose={(round) => choose({ round })} />
      </OnDemand>
      <OnDemand id="funds" heading={t('institution.section.funds')}>
        {session?.institution && year && <OwnPrepayment institution={session.institution} year={year} asOf={asOf} />}
        <Assessments />
        <RetentionStatements />
      </OnDemand>
    </>
  );
}
