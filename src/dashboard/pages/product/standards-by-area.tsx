import { useTranslation } from 'react-i18next';
import {
  ProductInAreaDocument,
  ProductStandardsDocument,
  type ProductInAreaQuery,
  type ProductStandardsQuery,
} from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { date, unitPrice } from '../../parts/format.ts';
import { nameOf, perUnit } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { StepChart, type StepSeries } from '../../parts/step-chart.tsx';
import { TileGrid } from '../../parts/tile-grid.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { Price, Standing } from './standing.tsx';

type Period = ProductStandardsQuery['paymentStandardPeriods']['nodes'][number];
type InArea = ProductInAreaQuery;

/**
 * What the fund pays on in every area on a day.
 * @param asOf the day that is shown; where no standard holds on the `wanted` day, the first of the last standard on record
 */
export function StandardsByArea(props: { readonly code: string; readonly asOf: string; readonly wanted: string }) {
  const { code, asOf, wanted } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(ProductStandardsDocument, { code, asOf });
  return (
    <section>
      <div className="heading">
        <h2>{t('product.standards')}</h2>
        <span className="stamp">{t('product.onDay', { date: date(asOf, language) })}</span>
      </div>
      {wanted !== asOf && <Empty>{t('product.expired', { date: date(wanted, language), from: date(asOf, language) })}</Empty>}
      <Answered of={answer}>
        {({ paymentStandardPeriods: { nodes } }) =>
          nodes.length === 0 ? (
            <Empty>{t('product.noStandards', { date: date(asOf, language) })}</Empty>
          ) : (
            <InAreas code={code} periods={nodes} />
          )
        }
      </Answered>
    </section>
  );
}

/** Every area beside the others, and the chosen one over time. */
function InAreas({ code, periods }: { readonly code: string; readonly periods: readonly Period[] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { chosen, choose } = useFilters(['area']);
  const area = chosen.area ?? periods[0]!.area.code;
  const priced = periods.filter(({ amount }) => amount !== null);
  return (
    <>
      <History code={code} area={area} name={nameIn(periods, area, language)} />
      <div className="beside">
        <TileGrid
          label={t('product.byArea')}
          chosen={area}
          onChoose={(province) => choose({ area: province })}
          tiles={periods.map((period) => ({
            code: period.area.code,
            name: nameOf(period.area, language),
            text: period.amount === null ? '–' : unitPrice(period.amount, language),
            share: period.amount === null ? null : relative(period.amount, priced),
          }))}
        />
        <SortableTable
          caption={t('product.byArea')}
          rows={periods}
          rowKey={(period) => period.area.code}
          columns={[
            { key: 'area', head: t('product.area'), short: true, by: (row) => row.area.code, cell: (row) => nameOf(row.area, language) },
            {
              key: 'amount',
              head: t('product.standard'),
              numeric: true,
              by: ({ amount }) => (amount === null ? null : Number(amount)),
              cell: (row) => <Price of={row} label={`${nameOf(row.area, language)} · ${t('product.standard')}`} />,
            },
            { key: 'basis', head: t('product.basis'), by: ({ basis }) => basis, cell: (row) => <Standing of={row} /> },
            {
              key: 'from',
              head: t('product.from'),
              short: true,
              by: ({ validFrom }) => validFrom,
              cell: ({ validFrom }) => date(validFrom, language),
            },
          ]}
        />
      </div>
    </>
  );
}

const nameIn = (periods: readonly Period[], code: string, language: 'zh' | 'en') => {
  const found = periods.find(({ area }) => area.code === code);
  return found ? nameOf(found.area, language) : code;
};

/** Where an amount stands between nothing and the highest of its neighbours; a shade, not a figure. */
const relative = (amount: string, periods: readonly Period[]) =>
  Number(amount) / Math.max(...periods.map((period) => Number(period.amount)), 1);

/** The standards of one area over time: those on record as steps, and the schedule towards the winning price. */
function History({ code, area, name }: { readonly code: string; readonly area: string; readonly name: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(ProductInAreaDocument, { code, area });
  return (
    <Answered of={answer}>
      {({ paymentStandardPeriods: { nodes }, convergenceSchedule }) => {
        const [first] = nodes;
        if (!first) return <Empty>{t('product.noHistory', { area: name })}</Empty>;
        return (
          <>
            <StepChart
              title={t('product.history', { area: name })}
              unit={perUnit(first.priceUnit, t)}
              series={series(nodes, convergenceSchedule, t('product.standard'), t('product.target'))}
              until={endOf(nodes, convergenceSchedule)}
            />
            <SortableTable
              caption={t('product.history', { area: name })}
              rows={nodes}
              rowKey={({ validFrom }) => validFrom}
              columns={[
                { key: 'from', head: t('product.from'), short: true, cell: ({ validFrom }) => date(validFrom, language) },
                {
                  key: 'to',
                  head: t('product.before'),
                  short: true,
                  cell: ({ validTo }) => (validTo ? date(validTo, language) : t('product.open')),
                },
                {
                  key: 'amount',
                  head: t('product.standard'),
                  numeric: true,
                  cell: (row) => <Price of={row} label={t('product.standard')} />,
                },
                { key: 'basis', head: t('product.basis'), cell: (row) => <Standing of={row} /> },
              ]}
            />
            {convergenceSchedule && (
              <p>
                <Why of={convergenceSchedule.explanation} label={t('product.convergence')}>
                  {t('product.converges', {
                    deadline: date(convergenceSchedule.deadline, language),
                    target: unitPrice(convergenceSchedule.targetAmount, language),
                    unit: perUnit(convergenceSchedule.priceUnit, t),
                  })}
                </Why>
              </p>
            )}
          </>
        );
      }}
    </Answered>
  );
}

type Schedule = InArea['convergenceSchedule'];

function series(
  nodes: InArea['paymentStandardPeriods']['nodes'],
  schedule: Schedule,
  standard: string,
  target: string,
): readonly StepSeries[] {
  // A gap between two periods is no price, not the price before.
  const steps = nodes.flatMap(({ validFrom, validTo, amount }, at) => {
    const gap = validTo !== null && nodes[at + 1]?.validFrom !== validTo;
    return gap
      ? [
          { from: validFrom, amount },
          { from: validTo, amount: null },
        ]
      : [{ from: validFrom, amount }];
  });
  const main: StepSeries = { name: standard, tone: 'main', steps };
  if (!schedule) return [main];
  return [main, { name: target, tone: 'limit', steps: [{ from: schedule.startsOn, amount: schedule.targetAmount }] }];
}

/** The last day drawn: half a year after the last that is on record or agreed, and after today. */
function endOf(nodes: InArea['paymentStandardPeriods']['nodes'], schedule: Schedule): string {
  const days = [
    ...nodes.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    schedule?.deadline,
    new Date().toISOString().slice(0, 10),
  ];
  const last = new Date(
    days
      .filter((day) => day != null)
      .toSorted()
      .at(-1)!,
  );
  last.setUTCMonth(last.getUTCMonth() + 6);
  return last.toISOString().slice(0, 10);
}
