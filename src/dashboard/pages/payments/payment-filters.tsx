import { useTranslation } from 'react-i18next';
import { NameOfInstitutionDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { AsOf, Choice } from '../../parts/filter-fields.tsx';
import { month as monthName } from '../../parts/format.ts';
import { useChoices } from '../../parts/use-choices.ts';
import type { Filters } from '../../parts/use-filters.ts';
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
  const { areas, products, enterprises } = useChoices(asOf);
  const { institution = '' } = chosen;
  const named = useAnswer(NameOfInstitutionDocument, { code: institution }, institution !== '').data?.institution;
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
      <Choice
        name={t('payments.area')}
        value={chosen.area}
        all={t('payments.allAreas')}
        options={areas}
        onChoose={(area) => choose({ area })}
      />
      <Choice
        name={t('payments.product')}
        value={chosen.product}
        all={t('payments.allProducts')}
        options={products}
        onChoose={(product) => choose({ product })}
      />
      {enterprises.length > 1 && (
        <Choice
          name={t('payments.enterprise')}
          value={chosen.enterprise}
          all={t('payments.allEnterprises')}
          options={enterprises}
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
          {t('payments.onlyInstitution', { name: named?.name ?? institution })}
        </button>
      )}
    </form>
  );
}
