import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { localDate } from '../../kernel/local-date.ts';
import { bilingual } from './describe.ts';

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Longer texts are no figure of this field; the bound keeps parsing linear. */
const longestDecimal = 40;
const decimalPattern = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

function readDecimal(value: unknown): string {
  if (typeof value !== 'string') throw badInput('Decimal must be a JSON string such as "590.00", never a number');
  if (value.length > longestDecimal || !decimalPattern.test(value)) {
    throw badInput('Decimal must be digits with an optional sign and decimal point, such as "590.00"');
  }
  return value;
}

/** An exact decimal as a JSON string with the column's scale; a number is refused because it has lost digits already. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: bilingual(
    'An exact decimal as a JSON string with the scale of its column: "590.0000" for a unit price, "590000.00" for an amount. A JSON number is refused.',
    '精确小数,以 JSON 字符串表示,小数位数与列一致:单价 "590.0000",金额 "590000.00"。不接受 JSON 数字。',
  ),
  serialize: (value) => {
    if (typeof value !== 'string') throw new TypeError('a decimal left the exact path');
    return value;
  },
  extensions: { writeText: (text: string) => `"${text}"` },
  parseValue: readDecimal,
  parseLiteral: (node) => readDecimal(node.kind === Kind.STRING ? node.value : null),
});

// The years that the kernel's civil dates have, so that no day passes here and fails there.
const datePattern = /^(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$/;

function readDate(value: unknown): string {
  if (typeof value !== 'string' || !datePattern.test(value)) throw badInput('Date must be a string YYYY-MM-DD, from 1900 to 2999');
  try {
    return localDate(value);
  } catch {
    throw badInput(`Date ${value} is not a day of the calendar`);
  }
}

/** A civil date; it has no time and no zone, so that no server's zone can move it. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: bilingual('A civil date YYYY-MM-DD in Asia/Shanghai.', '公历日期 YYYY-MM-DD,以北京时间(Asia/Shanghai)为准。'),
  serialize: (value) => readDate(value),
  extensions: { writeText: (text: string) => `"${text}"` },
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});

const momentPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;

function readMoment(value: unknown): Date {
  if (typeof value !== 'string' || !momentPattern.test(value)) throw badInput('DateTime must be RFC 3339 with an offset');
  readDate(value.slice(0, 10));
  const moment = new Date(value);
  if (Number.isNaN(moment.valueOf())) throw badInput('DateTime is not a moment of the calendar');
  return moment;
}

/** PostgreSQL's text of a moment in UTC, `2026-11-21 04:00:00.123456+00`, as RFC 3339 with milliseconds. */
function momentFromText(text: string): string {
  if (!text.endsWith('+00')) return JSON.stringify(new Date(text).toISOString());
  const fraction = text.slice(20, -3).slice(0, 3).padEnd(3, '0');
  return `"${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z"`;
}

/** A moment on the recording clock. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: bilingual('A moment, RFC 3339 with an offset.', '时刻,RFC 3339 格式,带时区偏移。'),
  serialize: (value) => {
    if (!(value instanceof Date)) throw new TypeError('a DateTime must be a Date');
    return value.toISOString();
  },
  extensions: { writeText: momentFromText },
  parseValue: readMoment,
  parseLiteral: (node) => readMoment(node.kind === Kind.STRING ? node.value : null),
});

function readQuantity(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw badInput('Quantity must be a whole number up to 9007199254740991');
  return value;
}

/**
 * A whole number of counting units. GraphQL's Int ends at 2,147,483,647, which one drug's national volume can pass; a
 * JSON number is exact up to 2^53 − 1, the same bound that the database's domain `quantity` keeps.
 */
export const QuantityScalar = new GraphQLScalarType<number, number>({
  name: 'Quantity',
  description: bilingual(
    'A whole number of counting units (tablets, vials, stents), a JSON integer up to 9007199254740991.',
    '计数单位(片、支、个等)的整数数量,JSON 整数,最大 9007199254740991。',
  ),
  serialize: (value) => readQuantity(value),
  extensions: { writeText: (text: string) => text },
  parseValue: readQuantity,
  parseLiteral: (node) => {
    // Compared as text: a literal beyond 2^53 would round silently before any check could see it.
    if (node.kind !== Kind.INT || String(Number(node.value)) !== node.value) return readQuantity(null);
    return readQuantity(Number(node.value));
  },
});
