import { scaleLinear, scaleUtc } from 'd3-scale';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { date, today, unitPrice } from './format.ts';
import { useWidth } from './use-width.ts';

/** A price that holds from a day until the next one's; null where none is on record. */
export interface Step {
  readonly from: string;
  readonly amount: string | null;
}

export interface StepSeries {
  readonly name: string;
  readonly tone: 'main' | 'second' | 'limit';
  readonly steps: readonly Step[];
}

const height = 300;
const margin = { top: 28, right: 16, bottom: 32, left: 64 };

/** Prices over time as steps, past and future, beside today. The same figures stand in a table below it. */
export function StepChart(props: {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly StepSeries[];
  readonly until: string;
}) {
  const { title, unit, series, until } = props;
  const [figure, width] = useWidth<HTMLElement>();
  const heading = useId();
  const { t } = useTranslation();
  const { language } = useLanguage();
  const drawn = series.flatMap(({ steps }) => steps);
  const begins = drawn.map(({ from }) => from).toSorted()[0];
  if (begins === undefined) return null;
  // Positions on paper only: no figure is read back from them.
  const x = scaleUtc([new Date(begins), new Date(until)], [margin.left, width - margin.right]);
  const highest = Math.max(...drawn.map(({ amount }) => Number(amount ?? 0)), 1);
  const y = scaleLinear([0, highest], [height - margin.bottom, margin.top]).nice(5);
  const path = (steps: readonly Step[]) =>
    steps
      .map(({ from, amount }, at) => {
        if (amount === null) return '';
        const next = steps[at + 1];
        const fall = next?.amount == null ? '' : `V${y(Number(next.amount))}`;
        return `M${x(new Date(from))},${y(Number(amount))}H${x(new Date(next?.from ?? until))}${fall}`;
      })
      .join('');
  const now = today();
  const years = x.ticks(Math.max(2, Math.floor(width / 110)));
  return (
    <figure ref={figure} className="chart">
      <figcaption id={heading}>
        {title}
        <span className="legend">
          {series.map(({ name, tone }) => (
            <span key={name} className={tone}>
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      <svg role="img" aria-labelledby={heading} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <text x={margin.left} y={14} className="axis" textAnchor="start">
          {unit}
        </text>
        {y.ticks(5).map((tick) => (
          <g key={tick} className="axis">
            <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
            <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
              {tick.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {years.map((tick) => (
          <text key={tick.getTime()} className="axis" x={x(tick)} y={height - 10} textAnchor="middle">
            {tick.toISOString().slice(0, 7)}
          </text>
        ))}
        {now > begins && now < until && (
          <g className="today">
            <line x1={x(new Date(now))} x2={x(new Date(now))} y1={margin.top} y2={height - margin.bottom} />
            <text x={x(new Date(now)) + 4} y={margin.top + 2}>
              {t('chart.today')}
            </text>
          </g>
        )}
        {series.map(({ name, tone, steps }) => (
          <g key={name} className={tone}>
            <path d={path(steps)} />
            {steps
              .filter(({ amount }) => amount !== null)
              .map(({ from, amount }) => (
                <circle key={from} cx={x(new Date(from))} cy={y(Number(amount))} r={4}>
                  <title>{`${name} · ${date(from, language)} · ${unitPrice(amount!, language)} ${unit}`}</title>
                </circle>
              ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}
