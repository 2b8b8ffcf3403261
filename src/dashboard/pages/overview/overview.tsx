import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { OverviewDocument, type OverviewQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage, type Language } from '../../app/language.ts';
import { SortableTable, type Column } from '../../parts/sortable-table.tsx';
import { DataThrough } from '../../parts/data-through.tsx';
import { date, count, largeAmount, percent, today } from '../../parts/format.ts';
import { nameOf } from '../../parts/names.ts';
import { Answered } from '../../parts/page-state.tsx';
import { OfBulletin } from '../../parts/bulletin.tsx';
import { BulletinTotals } from './bulletin-totals.tsx';
import { Landmark } from './landmark.tsx';
import '../../words/round.ts';
import './words.ts';

type Round = OverviewQuery['rounds']['nodes'][number];

/** What the rounds did: the deepest cut on record first, then every round. */
export default function Overview() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(OverviewDocument, { asOf: today() });
  return (
    <>
      <h1>{t('page.overview')}</h1>
      <p className="lead">{t('overview.lead')}</p>
      <Answered of={answer}>
        {({ rounds, procurementStatistics, performanceBulletins }) => {
          const landmark = deepest(rounds.nodes);
          return (
            <>
              {landmark && <Landmark round={landmark} />}
              <section>
                <div className="heading">
                  <h2>{t('overview.rounds', { count: rounds.totalCount })}</h2>
                  <DataThrough at={procurementStatistics.dataThrough} />
                </div>
                <SortableTable
                  caption={t('overview.tableCaption')}
                  rows={rounds.nodes}
                  rowKey={({ code }) => code}
                  columns={columns(t, language, procurementStatistics.rows)}
                />
              </section>
              <OfBulletin title={t('bulletin.heading')} of={performanceBulletins.nodes}>
                {({ totals }) => <BulletinTotals totals={totals} />}
              </OfBulletin>
            </>
          );
        }}
      </Answered>
    </>
  );
}

/** The round whose lot fell furthest below its price before; null while no price before is on record. */
function deepest(rounds: readonly Round[]): Round | null {
  const cuts = rounds.filter(({ lots }) => lots.nodes.length === 1 && lots.nodes[0]?.averageCut && lots.nodes[0].priceBefore);
  const cut = (round: Round) => Number(round.lots.nodes[0]!.averageCut!.percent);
  return cuts.toSorted((a, b) => cut(b) - cut(a))[0] ?? null;
}

function columns(t: TFunction, language: Language, rows: OverviewQuery['procurementStatistics']['rows']): readonly Column<Round>[] {
  const sums = new Map(rows.map((row) => [row.round?.code, row]));
  const missing = <span className="missing">{t('state.notOnRecord')}</span>;
  return [
    {
      key: 'round',
      head: t('round.round'),
      by: ({ code }) => code,
      cell: (round) => (
        <>
          <Link href={`/rounds/${encodeURIComponent(round.code)}`}>{nameOf(round, language)}</Link>
          <span className="quiet block">{t(`category.${round.category}`)}</span>
        </>
      ),
    },
    {
      key: 'openedOn',
      short: true,
      head: t('round.openedOn'),
      by: ({ openedOn }) => openedOn,
      cell: ({ openedOn }) => (openedOn ? date(openedOn, language) : missing),
    },
    { key: 'status', short: true, head: t('round.status'), by: ({ status }) => status, cell: ({ status }) => t(`roundStatus.${status}`) },
    {
      key: 'selected',
      head: t('round.selected'),
      numeric: true,
      by: ({ published }) => published.selectedProductCount ?? published.selectedVarieties,
      cell: ({ published: { selectedProductCount, selectedVarieties } }) => {
        if (selectedProductCount !== null) return t('round.products', { count: selectedProductCount });
        return selectedVarieties === null ? missing : t('round.varieties', { count: selectedVarieties });
      },
    },
    {
      key: 'cut',
      head: t('round.averageCut'),
      numeric: true,
      by: ({ published }) => number(published.averageCutPercent),
      cell: ({ published }) => (published.averageCutPercent ? percent(published.averageCutPercent, language) : missing),
    },
    {
      key: 'saving',
      head: t('round.savingAsPublished'),
      numeric: true,
      by: ({ published }) => number(published.savingAsPublished),
      cell: ({ published }) => {
        if (!published.savingAsPublished) return missing;
        const { text, unit } = largeAmount(published.savingAsPublished, language);
        return `${text} ${unit}`;
      },
    },
    {
      key: 'agreed',
      head: t('round.agreedQuantity'),
      numeric: true,
      by: (round) => agreed(round, sums).quantity,
      cell: (round) => {
        const { quantity, synthetic } = agreed(round, sums);
        if (quantity === null) return missing;
        return (
          <>
            {count(quantity, language)}
            {synthetic && <span className="tag">{t('state.synthetic')}</span>}
          </>
        );
      },
    },
  ];
}

type Sums = ReadonlyMap<string | undefined, OverviewQuery['procurementStatistics']['rows'][number]>;

/** What is agreed: the sum of the record, unless it is of demonstration data and an official figure is known. */
function agreed({ code, published }: Round, sums: Sums): { readonly quantity: number | null; readonly synthetic: boolean } {
  const row = sums.get(code);
  if (!row || (row.containsSynthetic && published.firstYearQuantity !== null))
    return { quantity: published.firstYearQuantity, synthetic: false };
  return { quantity: row.agreedQuantity, synthetic: row.containsSynthetic };
}

/** For putting rows in order, never for showing. */
const number = (value: string | null) => (value === null ? null : Number(value));
