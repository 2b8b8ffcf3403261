import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useLanguage } from '../../app/language.ts';
import { AskedChoice } from '../../parts/asked-choice.tsx';
import { AsOf, Choice } from '../../parts/filter-fields.tsx';
import { month as monthName } from '../../parts/format.ts';
import type { Filters } from '../../parts/use-filters.ts';
import { useName } from '../../parts/use-name.ts';
import { states, type PaymentFilter } from './question.ts';

/** By what the timeline is narrowed; each choice is taken up at once and stands in the address. */
export function PaymentFilters(props: {
  readonly filters: Filters<PaymentFilter>;
  readonly asOf: string;
  readonly months: readonly string[];
}) {
  const { filters, asOf, months } = props;
  const { chosen, choose } = filters;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const session = useSession();
  const institution = useName('institution', chosen.institution);
  return (
    <form className="filters" aria-label={t('filter.filters')} onSubmit={(event) => event.preventDefault()}>
      <AsOf value={chosen.asOf} onChoose={(day) => choose({ asOf: day })} />
      <Choice
        name={t('payments.month')}
        value={chosen.month}
        all={t('payments.allMonths')}
        options={months.map((value) => ({ value, name: monthName(value, language) }))}
        onChoose={(month) => choose({ month })}
      />
      <AskedChoice
        by="AREA"
        asOf={asOf}
        name={t('payments.area')}
        value={chosen.area}
        all={t('payments.allAreas')}
        onChoose={(area) => choose({ area })}
      />
      <AskedChoice
        by="PRODUCT"
        asOf={asOf}
        name={t('payments.product')}
        value={chosen.product}
        all={t('payments.allProducts')}
        onChoose={(product) => choose({ product })}
      />
      {!session?.enterprise && (
        <AskedChoice
          by="ENTERPRISE"
          asOf={asOf}
          name={t('payments.enterprise')}
          value={chosen.enterprise}
          all={t('payments.allEnterprises')}
          onChoose={(enterprise) => choose({ enterprise })}
        />
      )}
      <Choice
        name={t('payments.state')}
        value={chosen.state}
        all={t('payments.allStates')}
        options={states.map((value) => ({ value, name: t(`payments.stateOf.${value}`) }))}
        onChoose={(state) => choose({ state })}
      />
      {chosen.institution && (
        <button type="button" onClick={() => choose({ institution: null })}>
          {t('payments.onlyInstitution', { name: institution })}
        </button>
      )}
    </form>
  );
}
