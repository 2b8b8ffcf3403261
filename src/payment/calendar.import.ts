import { boolean, date, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';

/** Files of the official calendar (工作日历): which days are worked, holidays and moved working days included. */
export const calendarImport: TableImport = {
  kind: 'calendar',
  title: { en: 'days of the calendar', zh: '工作日历' },
  table: 'calendar_day',
  hasId: false,
  columns: [
    { name: 'day', aliases: ['日期'], type: date(), required: true },
    { name: 'is_working_day', aliases: ['是否工作日', '工作日'], type: boolean(), required: true },
    { name: 'is_banking_day', aliases: ['是否银行营业日', '银行营业日'], type: boolean(), required: true },
    { name: 'name', aliases: ['名称', '节日名称'], type: text(200) },
    ...recordedColumns,
  ],
  key: { columns: ['day'], cells: ['day'] },
  checks: [
    {
      code: 'CALENDAR_WITH_GAP',
      column: 'day',
      reads: ['day'],
      newRowsOnly: true,
      broken: `line.day > least((select min(day) from calendar_day), (select min(day) from resolved))
        and line.day - 1 not in (select day from calendar_day union all select day from resolved where day is not null)`,
      words: {
        en: 'The day before it is neither on record nor in the file; a calendar has every day from its first to its last.',
        zh: '其前一日既未收录、亦不在文件中;日历须逐日连续。',
      },
    },
  ],
};
