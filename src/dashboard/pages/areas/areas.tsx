import { useTranslation } from 'react-i18next';
import { AreasDocument, type AreasQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { DataThrough } from '../../parts/data-through.tsx';
import { AsOf } from '../../parts/filter-fields.tsx';
import { date, today } from '../../parts/format.ts';
import { nameOf } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { TileGrid } from '../../parts/tile-grid.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { PaymentsTold, PrepaymentsTold } from './bulletin-tables.tsx';
import { measures } from './measures.ts';
import { PublishBulletin } from './publish-bulletin.tsx';
import './words.ts';

/** The provinces side by side, by a figure that the reader chooses, on a day that the reader chooses. */
export default function Areas() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { chosen, choose } = useFilters(['measure', 'asOf', 'area', 'told', 'after']);
  const asOf = chosen.asOf ?? today();
  const answer = useAnswer(AreasDocument, { asOf });
  const measure = measures.find(({ key }) => key === chosen.measure) ?? measures[0]!;
  return (
    <>
      <h1>{t('page.areas')}</h1>
      <p className="lead">{t('areas.lead')}</p>
      <form className="filters">
        <label className="field">
          {t('areas.measure')}
          <select value={measure.key} onChange={(event) => choose({ measure: event.target.value })}>
            {measures.map(({ key }) => (
              <option key={key} value={key}>
                {t(`measure.${key}`)}
              </option>
            ))}
          </select>
        </label>
        <AsOf value={chosen.asOf} onChoose={(day) => choose({ asOf: day })} />
      </form>
      <Answered of={answer}>
        {({ areas, procurementStatistics: { rows, dataThrough, scope } }) => (
          <>
            <div className="heading">
              <h2>{t('areas.heading', { measure: t(`measure.${measure.key}`), date: date(asOf, language) })}</h2>
              <DataThrough at={dataThrough} />
            </div>
            {rows.length === 0 ? (
              <Empty>{t('areas.nothing')}</Empty>
            ) : (
              <Provinces
                areas={areas.nodes}
                rows={rows}
                told={scope !== 'NONE'}
                measureKey={measure.key}
                chosen={chosen.area ?? null}
                onChoose={(code) => choose({ area: code })}
              />
            )}
          </>
        )}
      </Answered>
      <form className="filters">
        <label className="field">
          {t('bulletin.show')}
          <select value={chosen.told ?? 'payments'} onChange={(event) => choose({ told: event.target.value })}>
            <option value="payments">{t('bulletin.payments')}</option>
            <option value="prepayments">{t('bulletin.prepayments')}</option>
          </select>
        </label>
      </form>
      {chosen.told === 'prepayments' ? <PrepaymentsTold after={chosen.after ?? null} /> : <PaymentsTold after={chosen.after ?? null} />}
      <PublishBulletin />
    </>
  );
}

interface ProvincesProps {
  readonly areas: AreasQuery['areas']['nodes'];
  readonly rows: AreasQuery['procurementStatistics']['rows'];
  /** Whether the reader is told of deliveries and payments. */
  readonly told: boolean;
  readonly measureKey: string;
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}

function Provinces({ areas, rows, told, measureKey, chosen, onChoose }: ProvincesProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const measure = measures.find(({ key }) => key === measureKey)!;
  const byCode = new Map(rows.map((row) => [row.province?.code, row]));
  const valueIn = (code: string, of = measure.of) => {
    const row = byCode.get(code);
    return row ? of(row) : null;
  };
  const highest = Math.max(...rows.map((row) => Number(measure.of(row) ?? 0)), 0);
  const missing = <span className="missing">{t(told ? 'state.notOnRecord' : 'state.notTold')}</span>;
  return (
    <>
      {!told && <Empty>{t('areas.notTold')}</Empty>}
      <TileGrid
        label={t(`measure.${measure.key}`)}
        chosen={chosen}
        onChoose={onChoose}
        tiles={areas.map((area) => {
          const value = valueIn(area.code);
          return {
            code: area.code,
            name: nameOf(area, language),
            text: value === null ? '–' : measure.shown(value, language),
            share: value === null || highest === 0 ? null : Math.max(0, Number(value) / highest),
          };
        })}
      />
      <SortableTable
        caption={t('areas.table')}
        rows={areas.filter(({ code }) => byCode.has(code) || code === chosen)}
        rowKey={({ code }) => code}
        chosen={chosen}
        columns={[
          {
            key: 'area',
            head: t('areas.area'),
            short: true,
            by: ({ code }) => code,
            cell: (area) => (
              <>
                {nameOf(area, language)}
                {byCode.get(area.code)?.containsSynthetic && <span className="tag">{t('state.synthetic')}</span>}
              </>
            ),
          },
          ...measures.map(({ key, of, shown }) => ({
            key,
            head: t(`measure.${key}`),
            numeric: true,
            by: ({ code }: { readonly code: string }) => {
              const value = valueIn(code, of);
              return value === null ? null : Number(value);
            },
            cell: ({ code }: { readonly code: string }) => {
              const value = valueIn(code, of);
              return value === null ? missing : shown(value, language);
            },
          })),
        ]}
      />
    </>
  );
}
