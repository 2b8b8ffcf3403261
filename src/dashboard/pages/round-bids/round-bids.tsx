import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { EvaluateBidsDocument, RoundBidsDocument, RoundLotsDocument, type RoundBidsQuery } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { ActOutcome } from '../../parts/act-outcome.tsx';
import { nameOf } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { MorePages } from '../../parts/more-pages.tsx';
import { useFilters, type Filters } from '../../parts/use-filters.ts';
import { RoundHeading } from '../../parts/round-heading.tsx';
import { Bids } from './bids.tsx';
import './words.ts';

type Round = NonNullable<RoundBidsQuery['round']>;

/** The bids of a round, lot by lot, with the clause that decided each. */
export default function RoundBids() {
  const { t } = useTranslation();
  const { code } = useParams<{ code: string }>();
  const filters = useFilters(['lot', 'after']);
  const first = useAnswer(RoundLotsDocument, { code });
  const lot = filters.chosen.lot ?? first.data?.round?.lots.nodes[0]?.code ?? '';
  const answer = useAnswer(RoundBidsDocument, { code, lot, after: filters.chosen.after ?? null }, first.isSuccess);
  return (
    <Answered of={first.isError ? first : answer}>
      {(data) => {
        const { round } = data as RoundBidsQuery;
        if (round) return <Found round={round} lot={lot} filters={filters} />;
        return (
          <>
            <h1>{t('app.noPage')}</h1>
            <Empty>{t('bids.unknown', { code })}</Empty>
          </>
        );
      }}
    </Answered>
  );
}

function Found(props: { readonly round: Round; readonly lot: string; readonly filters: Filters<'lot' | 'after'> }) {
  const { round, lot, filters } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const isExpert = useSession()?.role === 'EXPERT';
  return (
    <>
      <RoundHeading round={round} page="bids" />
      <p className="lead">{t('bids.lead')}</p>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          {t('bids.lot')}
          <select value={lot} onChange={(event) => filters.choose({ lot: event.target.value })}>
            {round.lots.nodes.map((each) => (
              <option key={each.code} value={each.code}>
                {nameOf(each, language)}（{each.code}）
              </option>
            ))}
          </select>
        </label>
      </form>
      {isExpert && <Evaluate roundCode={round.code} />}
      {round.lot && round.lot.bids.nodes.length > 0 ? (
        <>
          <h2>{t('bids.list')}</h2>
          <Bids lot={round.lot} />
          <MorePages pageInfo={round.lot.bids.pageInfo} />
        </>
      ) : (
        <Empty>{t(round.lots.nodes.length === 0 ? 'bids.noLots' : 'bids.none')}</Empty>
      )}
    </>
  );
}

function Evaluate({ roundCode }: { readonly roundCode: string }) {
  const { t } = useTranslation();
  const act = useAct(EvaluateBidsDocument);
  return (
    <ActForm label={t('operation.evaluateBids')} onSend={() => act.send({ roundCode })}>
      <p className="hint">{t('bids.evaluateHint')}</p>
      <button type="submit" className="primary" disabled={act.pending}>
        {t('operation.evaluateBids')}
      </button>
      <ActOutcome of={act}>{t('bids.evaluated')}</ActOutcome>
    </ActForm>
  );
}
