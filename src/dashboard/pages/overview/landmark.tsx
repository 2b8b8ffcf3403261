import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OverviewQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { Why } from '../../parts/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { count, date, largeAmount, percent, unitPrice } from '../../parts/format.ts';
import { nameOf, perUnit, unitsName } from '../../parts/names.ts';

/** One round in a few figures: from which price to which, by how much, for how many, and what was saved. */
export function Landmark({ round }: { readonly round: OverviewQuery['rounds']['nodes'][number] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [lot] = round.lots.nodes;
  if (!lot?.priceBefore || !lot.averageWinningPrice || !lot.averageCut) return null;
  const { savingAsPublished, firstYearQuantity, reportingInstitutions } = round.published;
  const saving = savingAsPublished ? largeAmount(savingAsPublished, language) : null;
  const unit = perUnit(lot.countingUnit, t);
  return (
    <section className="landmark">
      <p className="eyebrow">{t('overview.landmark')}</p>
      <h2>
        <Link href={`/rounds/${encodeURIComponent(round.code)}`}>{nameOf(round, language)}</Link>
        {round.openedOn && <span className="quiet"> {date(round.openedOn, language)}</span>}
      </h2>
      <p className="fall">
        <span>
          <span className="label">{t('overview.before')}</span>
          <del>{unitPrice(lot.priceBefore, language)}</del>
        </span>
        <span aria-hidden="true">→</span>
        <span>
          <span className="label">{t('overview.after')}</span>
          <ins>{unitPrice(lot.averageWinningPrice, language)}</ins> <span className="unit">{unit}</span>
        </span>
      </p>
      <dl className="figures">
        <Figure
          name={t('overview.cut')}
          value={
            <Why of={lot.averageCut.explanation} label={t('overview.cut')}>
              {percent(lot.averageCut.percent, language)}
            </Why>
          }
        />
        <Figure
          name={t('round.firstYear')}
          value={firstYearQuantity === null ? null : count(firstYearQuantity, language)}
          unit={unitsName(lot.countingUnit, t)}
        />
        <Figure name={t('round.savingAsPublished')} value={saving?.text ?? null} unit={saving?.unit} note={t('round.asPublished')} />
        <Figure name={t('round.institutions')} value={reportingInstitutions === null ? null : count(reportingInstitutions, language)} />
      </dl>
    </section>
  );
}
