import { scaleBand, scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { amount, month as monthName, today } from './format.ts';
import { useWidth } from './use-width.ts';

/** What the bars are made of, from the bottom up. */
export interface BarPart {
  readonly name: string;
  readonly tone: 'whole' | 'open' | 'bad';
  /** Part of the one before it, and drawn over it, not on top. */
  readonly within?: boolean;
}

/** Exact amounts in yuan of one month, in the order of the parts. */
export interface MonthOfBars {
  /** The first day of the month. */
  readonly month: string;
  readonly amounts: readonly string[];
}

const height = 280;
const margin = { top: 28, right: 8, bottom: 30, left: 72 };
/** A label of a month needs this much room, in CSS pixels. */
const labelWidth = 62;

/** Amounts by month as stacked bars. The page shows the same figures in a table. */
export function MonthBars(props: { readonly title: string; readonly parts: readonly BarPart[]; readonly months: readonly MonthOfBars[] }) {
  const { title, parts, months } = props;
  const [figure, width] = useWidth<HTMLElement>();
  const heading = useId();
  const { t } = useTranslation();
  const { language } = useLanguage();
  // Positions on paper only: no figure is read back from them.
  const drawn = months.map(({ month, amounts }) => ({ month, pieces: piecesOf(parts, amounts) }));
  const highest = Math.max(...drawn.flatMap(({ pieces }) => pieces.map(({ to }) => to)), 1);
  const x = scaleBand(
    months.map(({ month }) => month),
    [margin.left, width - margin.right],
  ).padding(0.25);
  const y = scaleLinear([0, highest], [height - margin.bottom, margin.top]).nice(4);
  const everyNth = Math.max(1, Math.ceil(labelWidth / x.step()));
  const thisMonth = `${today().slice(0, 7)}-01`;
  return (
    <figure ref={figure} className="chart">
      <figcaption id={heading}>
        {title}
        <span className="legend blocks">
          {parts.map(({ name, tone }) => (
            <span key={name} className={tone}>
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      <svg role="img" aria-labelledby={heading} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <text x={margin.left} y={14} className="axis" textAnchor="start">
          {t('unit.yuan')}
        </text>
        {y.ticks(4).map((tick) => (
          <g key={tick} className="axis">
            <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
            <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
              {tick.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {drawn.map(({ month, pieces }, at) => (
          <g key={month}>
            {pieces.map(({ part, exact, from, to }) => (
              <rect
                key={part.name}
                className={part.tone}
                x={x(month)}
                width={x.bandwidth()}
                y={y(to)}
                height={Math.max(0, y(from) - y(to))}
              >
                <title>{`${monthName(month, language)} · ${part.name} · ${amount(exact, language).text} ${t('unit.yuan')}`}</title>
              </rect>
            ))}
            {at % everyNth === 0 && (
              <text className="axis" x={(x(month) ?? 0) + x.bandwidth() / 2} y={height - 10} textAnchor="middle">
                {month.slice(0, 7)}
              </text>
            )}
            {month === thisMonth && (
              <text className="axis" x={(x(month) ?? 0) + x.bandwidth() / 2} y={margin.top - 4} textAnchor="middle">
                {t('chart.today')}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}

interface Piece {
  readonly part: BarPart;
  readonly exact: string;
  readonly from: number;
  readonly to: number;
}

/** Where each part of a bar begins and ends. */
function piecesOf(parts: readonly BarPart[], amounts: readonly string[]): readonly Piece[] {
  return parts.reduce<readonly Piece[]>((pieces, part, at) => {
    const before = pieces.at(-1);
    const from = (part.within ? before?.from : before?.to) ?? 0;
    const exact = amounts[at]!;
    return [...pieces, { part, exact, from, to: from + Number(exact) }];
  }, []);
}
