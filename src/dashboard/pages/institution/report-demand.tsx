import { useTranslation } from 'react-i18next';
import { ReportDemandDocument, type ReportedDemandQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { nameOf, unitsName } from '../../parts/names.ts';
import { Recording } from '../../parts/recording.tsx';
import { useProductSuggestions } from '../../parts/use-suggestions.ts';
import './act-words.ts';

type Round = NonNullable<ReportedDemandQuery['round']>;

/** An institution reports what it will need of one lot in a year: once, while the round takes demand. */
export function ReportDemand({ round, institution }: { readonly round: Round; readonly institution: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const products = useProductSuggestions();
  return (
    <Recording
      title={t('buying.report')}
      document={ReportDemandDocument}
      given={{ roundCode: round.code, institutionCode: institution }}
      asked={[
        {
          name: 'lotCode',
          label: t('institution.lot'),
          choices: round.lots.nodes.map((lot) => ({
            value: lot.code,
            name: `${nameOf(lot, language)} (${unitsName(lot.countingUnit, t)})`,
          })),
        },
        { name: 'quantity', label: t('buying.quantityOfYear'), kind: 'integer' },
        { name: 'productCode', label: t('enterprise.product'), optional: true, hint: t('buying.productHint'), suggestions: products },
      ]}
    />
  );
}
