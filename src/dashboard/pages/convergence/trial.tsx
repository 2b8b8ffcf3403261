import { useTranslation } from 'react-i18next';
import type { TryConvergenceQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { date, unitPrice } from '../../parts/format.ts';
import { factName, perUnit, unitOf } from '../../parts/names.ts';
import { RecordedValue } from '../../parts/recorded-value.tsx';
import { StepChart, type StepSeries } from '../../parts/step-chart.tsx';
import type { Draft } from './schedule.ts';

type Try = TryConvergenceQuery['tryConvergence'];
type OnRecord = TryConvergenceQuery['convergenceSchedule'];

/** What the server says of a schedule: what stands against it, what should be looked at, its path beside what is on record. */
export function Trial({ draft, trial, onRecord }: { readonly draft: Draft; readonly trial: Try; readonly onRecord: OnRecord }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { startsOn, deadline, targetAmount, priceUnit, steps } = trial;
  const unit = priceUnit === null ? '' : perUnit(priceUnit, t);
  return (
    <section>
      <Violations trial={trial} />
      <dl className="figures">
        <Figure name={t('convergence.startsOn')} value={startsOn && date(startsOn, language)} />
        <Figure name={t('convergence.deadline')} value={deadline && date(deadline, language)} />
        <Figure name={t('convergence.target')} value={targetAmount && unitPrice(targetAmount, language)} unit={unit} />
      </dl>
      {startsOn && targetAmount && (
        <>
          <StepChart
            title={t('convergence.path')}
            unit={unit}
            until={[deadline ?? '', steps.at(-1)?.effectiveFrom ?? '', startsOn].toSorted().at(-1)!}
            series={[
              { name: t('convergence.tried'), tone: 'main', steps: [{ from: startsOn, amount: draft.cap }, ...steps.map(drawn)] },
              { name: t('convergence.target'), tone: 'limit', steps: [{ from: startsOn, amount: targetAmount }] },
              ...recorded(onRecord, t('convergence.onRecord')),
            ]}
          />
          <SortableTable
            caption={t('convergence.pathCaption')}
            rows={[{ effectiveFrom: startsOn, amount: draft.cap }, ...steps]}
            rowKey={({ effectiveFrom, amount }) => `${effectiveFrom} ${amount}`}
            columns={[
              { key: 'from', head: t('convergence.effectiveFrom'), cell: ({ effectiveFrom }) => date(effectiveFrom, language) },
              {
                key: 'amount',
                head: t('convergence.amount', { unit }),
                numeric: true,
                cell: ({ amount }) => unitPrice(amount, language),
              },
            ]}
          />
        </>
      )}
      {onRecord && (
        <p>
          {t('convergence.onRecord')}：
          <Why of={onRecord.explanation} label={t('convergence.onRecord')}>
            {language === 'zh' ? onRecord.explanation.sentenceZh : onRecord.explanation.sentence}
          </Why>
        </p>
      )}
    </section>
  );
}

const drawn = ({ effectiveFrom, amount }: Try['steps'][number]) => ({ from: effectiveFrom, amount });

const recorded = (onRecord: OnRecord, name: string): StepSeries[] =>
  onRecord
    ? [{ name, tone: 'second', steps: [{ from: onRecord.startsOn, amount: onRecord.startAmount }, ...onRecord.steps.map(drawn)] }]
    : [];

function Violations({ trial: { userErrors, warnings } }: { readonly trial: Try }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <>
      <p role="status" className={userErrors.length > 0 ? 'verdict bad' : 'verdict good'}>
        {userErrors.length > 0 ? t('convergence.violations', { count: userErrors.length }) : t('convergence.noViolation')}
      </p>
      {userErrors.length > 0 && (
        <ul className="user-errors">
          {userErrors.map(({ code, field, message, messageZh, facts }) => (
            <li key={`${code} ${field} ${message}`}>
              {language === 'zh' ? messageZh : message}
              {facts.length > 0 && (
                <dl className="small-facts">
                  {facts.map((fact) => (
                    <div key={fact.name}>
                      <dt>{factName(fact.name, t)}</dt>
                      <dd>
                        <RecordedValue value={fact.value} /> {unitOf(fact.unit, t)}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <ul className="warnings">
          {warnings.map(({ kind, message, messageZh }) => (
            <li key={kind}>{language === 'zh' ? messageZh : message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
