import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { DraftChoicesDocument, DraftRoundDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { ForRoles } from '../../parts/for-roles.tsx';
import { nameOf } from '../../parts/names.ts';
import { Recording, type Asked } from '../../parts/recording.tsx';
import '../round-steps/words.ts';

/** Drafts a round, and goes on to its steps. */
export default function DraftRound() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [, go] = useLocation();
  const rounds = useAnswer(DraftChoicesDocument, {}).data?.rounds.nodes ?? [];
  const schemes = [...new Set(rounds.map(({ scheme }) => scheme))].toSorted();
  const of = (name: string, more: Partial<Asked> = {}): Asked => ({ name, label: t(`steps.fields.${name}`), ...more });
  const chosen = (section: string, values: readonly string[]) => values.map((value) => ({ value, name: t(`${section}.${value}`) }));
  const nothing = () => {};
  return (
    <>
      <h1>{t('page.draftRound')}</h1>
      <p className="lead">{t('steps.draftLead')}</p>
      <ForRoles roles={['EXPERT']}>
        <Recording
          title={t('operation.draftRound')}
          document={DraftRoundDocument}
          given={{}}
          asked={[
            of('code'),
            of('name'),
            of('nameEn', { optional: true }),
            of('category', { choices: chosen('category', ['DRUG', 'STENT', 'CONSUMABLE']) }),
            of('organiser', { choices: chosen('organiser', ['NATIONAL', 'ALLIANCE', 'PROVINCIAL']) }),
            of('scheme', { suggestions: { choices: schemes.map((value) => ({ value, name: value })), ask: nothing } }),
            of('renewsRoundCode', {
              optional: true,
              suggestions: { choices: rounds.map((round) => ({ value: round.code, name: nameOf(round, language) })), ask: nothing },
            }),
            of('policyDocumentCode', { optional: true }),
            of('place', { optional: true }),
            of('note', { optional: true }),
          ]}
          onDone={({ round }) => round && go(`/rounds/${encodeURIComponent(round.code)}/steps`)}
        />
      </ForRoles>
    </>
  );
}
