import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OverviewQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { Why } from '../../parts/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { largeAmount, ratio } from '../../parts/format.ts';
import { Empty } from '../../parts/page-state.tsx';

type Total = OverviewQuery['performanceBulletins']['nodes'][number]['totals'][number];

/** What a bulletin tells of the pooling areas in all, demonstration data apart. */
export function BulletinTotals({ totals }: { readonly totals: readonly Total[] }) {
  const { t } = useTranslation();
  if (totals.length === 0) return <Empty>{t('bulletin.noRows')}</Empty>;
  return (
    <>
      <p>{t('bulletin.lead')}</p>
      {totals.map((total) => (
        <OfKind key={String(total.synthetic)} total={total} />
      ))}
      <p>
        <Link href="/areas">{t('bulletin.toAreas')}</Link>
      </p>
    </>
  );
}

function OfKind({ total }: { readonly total: Total }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const money = (name: string, value: string) => {
    const { text, unit } = largeAmount(value, language);
    return <Figure name={t(`bulletin.${name}`)} value={text} unit={unit} />;
  };
  const { punctuality } = total;
  return (
    <>
      <h3>
        {t('bulletin.totals')}
        {total.synthetic && <span className="tag">{t('state.synthetic')}</span>}
      </h3>
      <dl className="figures">
        <Figure
          name={t('bulletin.punctuality')}
          value={
            punctuality && (
              <Why of={punctuality.explanation} label={t('bulletin.punctuality')}>
                {ratio(punctuality.byAmount, language)}
              </Why>
            )
          }
          note={punctuality && t('bulletin.byCount', { share: ratio(punctuality.byCount, language) })}
        />
        {money('due', total.dueAmount)}
        {money('overdue', total.overdueAmount)}
        {money('required', total.requiredAmount)}
        {money('prepaid', total.prepaidAmount)}
        {money('missing', total.missingAmount)}
      </dl>
      {total.suppressed > 0 && <p className="quiet">{t('bulletin.withheld', { count: total.suppressed })}</p>}
    </>
  );
}
