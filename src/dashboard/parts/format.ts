import type { Language } from '../app/language.ts';

/** A decimal as the API writes it; `Intl` formats the text itself, so that no float comes in between. */
type Exact = Intl.StringNumericLiteral;

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A number of a given unit, as it is shown. */
export interface Shown {
  readonly text: string;
  readonly unit: string;
}

const yuan = { zh: '元', en: 'yuan' } as const;

/** From this many yuan on, amounts are shown in a larger unit; the largest first. */
const scales = {
  zh: [
    { digits: 9, exponent: -8, unit: '亿元' },
    { digits: 5, exponent: -4, unit: '万元' },
  ],
  en: [
    { digits: 10, exponent: -9, unit: 'billion yuan' },
    { digits: 7, exponent: -6, unit: 'million yuan' },
  ],
} as const;

/** An amount to the cent, in yuan. */
export function amount(value: string, language: Language): Shown {
  return { text: formatter(language, 2, 2).format(value as Exact), unit: yuan[language] };
}

/** An amount as headlines say it: two decimals of the largest unit that leaves a whole part; half up. */
export function largeAmount(value: string, language: Language): Shown {
  const whole = value.replace('-', '').split('.')[0]!.length;
  const scale = scales[language].find(({ digits }) => whole >= digits);
  if (!scale) return amount(value, language);
  return { text: formatter(language, 2, 2).format(`${value}E${scale.exponent}` as Exact), unit: scale.unit };
}

/** A unit price: at least two decimals, four where the record has them. */
export function unitPrice(value: string, language: Language): string {
  return formatter(language, 2, 4).format(value as Exact);
}

/** A whole number, as quantities and counts are. */
export function count(value: number, language: Language): string {
  return formatter(language, 0, 0).format(value);
}

/** A percentage that the API gives in percent, with the decimals it came with, up to two. */
export function percent(value: string, language: Language): string {
  return `${formatter(language, 0, 2).format(value as Exact)}%`;
}

/** A ratio (1 is the whole) as a percentage with one decimal, half up. */
export function ratio(value: string, language: Language): string {
  return `${formatter(language, 1, 1).format(`${value}E2` as Exact)}%`;
}

/** A civil date, as it is written in its country; it never passes through a time zone. */
export function date(value: string, language: Language): string {
  const [year, number, day] = value.split('-').map(Number) as [number, number, number];
  if (language === 'zh') return `${year}年${number}月${day}日`;
  return `${day} ${months[number - 1]} ${year}`;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The month of a civil date. */
export function month(value: string, language: Language): string {
  const [year, number] = value.split('-').map(Number) as [number, number];
  return language === 'zh' ? `${year}年${number}月` : `${months[number - 1]} ${year}`;
}

/** The first and the last day of the month of a civil date. */
export function monthSpan(value: string): { readonly gte: string; readonly lte: string } {
  const [year, number] = value.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const stem = value.slice(0, 7);
  return { gte: `${stem}-01`, lte: `${stem}-${last}` };
}

/** A moment, to the minute, as clocks in Asia/Shanghai show it. */
export function moment(value: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(value),
  );
}

/** Today's civil date in Asia/Shanghai, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language}${least}${most}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      roundingMode: 'halfExpand',
    });
    formatters.set(key, found);
  }
  return found;
}
