import { useTranslation } from 'react-i18next';
import { ProposeSelectionDocument, SelectionChoicesDocument, type RoundStepsQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { nameOf, productName } from '../../parts/names.ts';
import { Recording, type Asked, type Choice } from '../../parts/recording.tsx';
import { useInstitutionSuggestions } from '../../parts/use-suggestions.ts';

/**
 * Proposes the selection, with what single lots need beyond their bids and demand: a share where the scheme names a range,
 * the regions that its winners wish for, and what institutions move from products that were not selected.
 */
export function ProposeSelection(props: {
  readonly round: NonNullable<RoundStepsQuery['round']>;
  readonly title: string;
  readonly given: { readonly roundCode: string };
  readonly hint: string;
  readonly onDone: () => void;
  /** What is asked of the whole round. */
  readonly asked: readonly Asked[];
}) {
  const { round, asked, ...common } = props;
  const lots = useLots(round);
  return <Recording {...common} document={ProposeSelectionDocument} asked={[...asked, lots]} />;
}

function useLots(round: NonNullable<RoundStepsQuery['round']>): Asked {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const institutions = useInstitutionSuggestions();
  const { data } = useAnswer(SelectionChoicesDocument, { code: round.code });
  const lots: Choice[] = round.lots.nodes.map((lot) => ({ value: lot.code, name: `${nameOf(lot, language)} (${lot.code})` }));
  const winners: Choice[] = (data?.round?.lots.nodes ?? []).flatMap((lot) =>
    lot.bids.nodes.map(({ product }) => ({
      value: product.code,
      name: `${productName(product, language)} (${lot.code} · ${product.code})`,
    })),
  );
  const provinces: Choice[] = (data?.areas.nodes ?? []).map((area) => ({ value: area.code, name: nameOf(area, language) }));
  const productCode: Asked = { name: 'productCode', label: t('steps.lot.product'), choices: winners };
  const named = (key: string) => (number: number) => t(`steps.lot.${key}`, { number });
  return {
    name: 'lots',
    label: t('steps.lot.lots'),
    hint: t('steps.lot.lotsHint'),
    rows: {
      add: t('steps.lot.addLot'),
      nameOf: named('lotAt'),
      asked: [
        { name: 'lotCode', label: t('steps.fields.lotCode'), choices: lots },
        { name: 'chosenPercent', label: t('steps.lot.share'), kind: 'decimal', optional: true, hint: t('steps.lot.shareHint') },
        {
          name: 'choices',
          label: t('steps.lot.choices'),
          hint: t('steps.lot.choicesHint'),
          rows: {
            add: t('steps.lot.addChoice'),
            nameOf: named('choiceAt'),
            asked: [
              productCode,
              { name: 'turn', label: t('steps.lot.turn'), kind: 'integer', initial: '0', hint: t('steps.lot.turnHint') },
              { name: 'wishes', label: t('steps.lot.wishes'), kind: 'order', choices: provinces },
              { name: 'backupWishes', label: t('steps.lot.backupWishes'), kind: 'order', choices: provinces },
            ],
          },
        },
        {
          name: 'reassignments',
          label: t('steps.lot.reassignments'),
          hint: t('steps.lot.reassignmentsHint'),
          rows: {
            add: t('steps.lot.addReassignment'),
            nameOf: named('reassignmentAt'),
            asked: [
              { name: 'institutionCode', label: t('steps.fields.institutionCode'), suggestions: institutions },
              productCode,
              { name: 'quantity', label: t('steps.lot.quantity'), kind: 'integer' },
            ],
          },
        },
      ],
    },
  };
}
