import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A column: what stands in a row's cell, and by what the rows are put in order (null stands last, always). */
export interface Column<R> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: R) => ReactNode;
  readonly by?: (row: R) => string | number | null;
  /** Figures stand at the right, one below the other. */
  readonly numeric?: boolean;
  /** What is short is not broken into lines. */
  readonly short?: boolean;
  /** What a file or a code says, letter by letter: a word would begin with a capital. */
  readonly verbatim?: boolean;
}

interface Order {
  readonly key: string;
  readonly descending: boolean;
}

/** A table that its reader may sort by pressing a head; on narrow screens each row becomes a card, so nothing is cut. */
export function SortableTable<R>(props: {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly order?: Order;
  /** The key of a row that the reader pointed at elsewhere. */
  readonly chosen?: string | null;
}) {
  const { caption, columns, rows, rowKey } = props;
  const { t } = useTranslation();
  const [order, setOrder] = useState(props.order ?? null);
  const press = (key: string) => setOrder(order?.key === key ? { key, descending: !order.descending } : { key, descending: false });
  const direction = (key: string) => (order?.key !== key ? 'none' : order.descending ? 'descending' : 'ascending');
  return (
    <table className="data">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, by, ...kind }) => (
            <th key={key} scope="col" className={classOf(kind)} aria-sort={by && direction(key)}>
              {by ? (
                <button type="button" title={t('table.sort')} onClick={() => press(key)}>
                  {head}
                  <span aria-hidden="true">{{ none: '', ascending: ' ▲', descending: ' ▼' }[direction(key)]}</span>
                </button>
              ) : (
                head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted(rows, columns, order).map((row) => (
          <tr key={rowKey(row)} aria-selected={rowKey(row) === props.chosen || undefined}>
            {columns.map(({ key, head, cell, ...kind }) => (
              <td key={key} data-head={head} className={classOf(kind)}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The last column, of what may be done with a row; none where nothing may. */
export function actsColumn<R>(acts: ((row: R) => ReactNode) | undefined, t: TFunction): readonly Column<R>[] {
  return acts ? [{ key: 'acts', head: t('act.acts'), short: true, cell: acts }] : [];
}

function sorted<R>(rows: readonly R[], columns: readonly Column<R>[], order: Order | null): readonly R[] {
  const by = order && columns.find(({ key }) => key === order.key)?.by;
  if (!by) return rows;
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (
      sign * (typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), 'zh-CN'))
    );
  });
}

const classOf = ({ numeric, short, verbatim }: Pick<Column<never>, 'numeric' | 'short' | 'verbatim'>) =>
  [numeric && 'numeric', short && 'short', verbatim && 'verbatim'].filter(Boolean).join(' ') || undefined;
