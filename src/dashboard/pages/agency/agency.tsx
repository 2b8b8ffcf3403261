import { useTranslation } from 'react-i18next';
import { useSession, type Role } from '../../api/session.ts';
import { AskedChoice } from '../../parts/asked-choice.tsx';
import { DataThrough } from '../../parts/data-through.tsx';
import { ExportFile } from '../../parts/export-file.tsx';
import { AsOf, Choice } from '../../parts/filter-fields.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { today } from '../../parts/format.ts';
import { OnDemand } from '../../parts/on-demand.tsx';
import { Empty } from '../../parts/page-state.tsx';
import { useChoices } from '../../parts/use-choices.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { AreaCaps } from './area-caps.tsx';
import { AreaDemand } from './area-demand.tsx';
import { Assessments } from './assessments.tsx';
import { PrepaymentShortages } from './prepayment-shortages.tsx';
import { filterNames } from './question.ts';
import { RetentionStatements } from './retention-statements.tsx';
import './words.ts';

/** Who sees any of it. */
const roles: readonly Role[] = ['AGENCY', 'AUDITOR', 'EXPERT', 'APPROVER'];

/** What an agency watches in its area: prepayments, caps and how they come down, demand, assessments and retention. */
export default function Agency() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('page.agency')}</h1>
      <p className="lead">{t('agency.lead')}</p>
      <ForRoles roles={roles}>
        <OwnArea />
      </ForRoles>
    </>
  );
}

function OwnArea() {
  const { t } = useTranslation();
  const session = useSession();
  const filters = useFilters(filterNames);
  const { chosen, choose } = filters;
  const asOf = chosen.asOf ?? today();
  const { options: years, dataThrough } = useChoices('AGREEMENT_YEAR', asOf);
  const area = session?.area ?? chosen.area;
  const year = chosen.year ?? years?.at(-1)?.value;
  return (
    <>
      {dataThrough !== undefined && <DataThrough at={dataThrough} />}
      <form className="filters" aria-label={t('filter.filters')} onSubmit={(event) => event.preventDefault()}>
        <AsOf value={chosen.asOf} onChoose={(day) => choose({ asOf: day })} />
        <Choice
          name={t('agency.year')}
          value={chosen.year}
          all={t('agency.latestYear')}
          options={years}
          onChoose={(value) => choose({ year: value })}
        />
        {!session?.area && (
          <AskedChoice
            by="AREA"
            asOf={asOf}
            name={t('agency.area')}
            value={chosen.area}
            all={t('filter.all')}
            onChoose={(value) => choose({ area: value })}
          />
        )}
      </form>
      <section id="prepayment" tabIndex={-1}>
        <h2>{t('agency.prepayment')}</h2>
        {year ? <PrepaymentShortages year={Number(year)} area={area} asOf={asOf} filters={filters} /> : <Empty>{t('agency.noYear')}</Empty>}
        <ExportFile kind="prepayments" rows={{ asOf, areaCode: area }} note={t('agency.exportNote')} />
      </section>
      <OnDemand id="caps" heading={t('agency.caps')} isAsked={chosen.product !== undefined}>
        <AreaCaps area={area} product={chosen.product} filters={filters} />
      </OnDemand>
      <OnDemand id="demand" heading={t('agency.demand')}>
        {area ? <AreaDemand area={area} /> : <Empty>{t('agency.chooseArea')}</Empty>}
      </OnDemand>
      <OnDemand id="assessments" heading={t('agency.assessments')}>
        <Assessments />
      </OnDemand>
      <OnDemand id="retention" heading={t('agency.retention')}>
        <RetentionStatements />
        <ExportFile kind="retentions" rows={{ areaCode: area }} note={t('agency.exportRetention')} />
      </OnDemand>
    </>
  );
}
