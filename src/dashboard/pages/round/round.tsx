import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { RoundPageDocument, type RoundPageQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { DataThrough } from '../../parts/data-through.tsx';
import { OfBulletin } from '../../parts/bulletin.tsx';
import { Completions } from '../../parts/completions.tsx';
import { Figure } from '../../parts/figure.tsx';
import { count, date, largeAmount, percent, today } from '../../parts/format.ts';
import { nameOf, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { RoundPages } from '../../parts/round-heading.tsx';
import { SelectedProducts } from './selected-products.tsx';
import '../../words/round.ts';

type Round = NonNullable<RoundPageQuery['round']>;

/** One round: what was published of it, and each selected product. */
export default function RoundPage() {
  const { t } = useTranslation();
  const { code } = useParams<{ code: string }>();
  const answer = useAnswer(RoundPageDocument, { code, asOf: today() });
  return (
    <Answered of={answer}>
      {({ round, procurementStatistics, performanceBulletins }) =>
        round ? (
          <>
            <Head round={round} />
            <RoundPages code={round.code} page="round" />
            <section>
              <div className="heading">
                <h2>{t('round.selectedProducts', { count: round.selectedProducts.totalCount })}</h2>
                <DataThrough at={procurementStatistics.dataThrough} />
              </div>
              {round.selectedProducts.nodes.length > 0 ? (
                <SelectedProducts round={round} rows={procurementStatistics.rows} told={procurementStatistics.scope !== 'NONE'} />
              ) : (
                <Empty>{t('round.noProducts')}</Empty>
              )}
            </section>
            {round.selectedProducts.nodes.length > 0 && (
              <OfBulletin title={t('bulletin.completion')} of={performanceBulletins.nodes}>
                {({ completions }) => (
                  <Completions rows={completions.nodes} products={round.selectedProducts.nodes.map(({ product }) => product)} />
                )}
              </OfBulletin>
            )}
          </>
        ) : (
          <>
            <h1>{t('app.noPage')}</h1>
            <Empty>{t('round.unknown', { code })}</Empty>
          </>
        )
      }
    </Answered>
  );
}

function Head({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { published } = round;
  const saving = published.savingAsPublished ? largeAmount(published.savingAsPublished, language) : null;
  const when = round.openedOn ? t('round.opened', { date: date(round.openedOn, language) }) : t('round.openedUnknown');
  const from = round.inForceFrom ? t('round.from', { date: date(round.inForceFrom, language) }) : null;
  const to = round.inForceTo ? t('round.to', { date: date(round.inForceTo, language) }) : null;
  return (
    <>
      <p className="eyebrow">
        {t(`category.${round.category}`)} · <code>{round.code}</code>
      </p>
      <h1>{nameOf(round, language)}</h1>
      <p className="lead">
        {[when, t(`roundStatus.${round.status}`), from, to].filter(Boolean).join(t('list.separator'))}
        {round.policyDocument && (
          <>
            <br />
            <span className="quiet">
              {t('round.document')} {round.policyDocument.title}
            </span>
          </>
        )}
      </p>
      <dl className="figures">
        <Figure
          name={t('round.averageCut')}
          value={published.averageCutPercent === null ? null : percent(published.averageCutPercent, language)}
          note={t('round.asPublished')}
        />
        <Figure name={t('round.savingAsPublished')} value={saving?.text ?? null} unit={saving?.unit} note={t('round.asPublished')} />
        <Figure
          name={t('round.firstYear')}
          value={published.firstYearQuantity === null ? null : count(published.firstYearQuantity, language)}
          unit={round.lots.nodes.length === 1 ? unitsName(round.lots.nodes[0]!.countingUnit, t) : undefined}
        />
        <Figure
          name={t('round.competition')}
          value={
            published.bidProducts === null || published.selectedProductCount === null
              ? null
              : t('round.selectedOf', { selected: published.selectedProductCount, bids: published.bidProducts })
          }
        />
        <Figure
          name={t('round.institutions')}
          value={published.reportingInstitutions === null ? null : count(published.reportingInstitutions, language)}
        />
      </dl>
    </>
  );
}
