import type { Words } from '../../kernel/state-table.ts';

/**
 * Why a cell, a row or a file was not taken in: a stable code and the facts that its sentence names.
 * @source none: machinery
 */
export class CellProblem {
  constructor(
    readonly code: ProblemCode,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {}
}

/**
 * A file that cannot be read at all, or not beyond some row: nothing of it is taken in.
 * @source none: machinery
 */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(
    readonly problem: CellProblem,
    readonly row: number | null = null,
    readonly column: string | null = null,
  ) {
    super(sentences(problem).en);
  }
}

/**
 * The sentence of a problem in both languages, its facts filled in.
 * @source none: machinery
 */
export function sentences({ code, facts }: CellProblem): Words {
  const { en, zh } = words[code];
  return { en: fill(en, facts), zh: fill(zh, facts) };
}

/** Facts are texts of a stranger's file: they are cut, and put in by a function so that `$&` in them means nothing. */
function fill(template: string, facts: CellProblem['facts']): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '').slice(0, 300));
}

const words = {
  // the file
  FILE_NOT_FOUND: w('There is no file {file}.', '找不到文件 {file}。'),
  NOT_A_FILE: w('{file} is a folder, not a file.', '{file} 是文件夹,不是文件。'),
  FILE_UNREADABLE: w('{file} cannot be read: {reason}.', '无法读取 {file}:{reason}。'),
  EMPTY_FILE: w('The file is empty.', '文件为空。'),
  HEADER_ONLY: w('The file has a header but no rows.', '文件只有表头,没有数据行。'),
  ENCODING_UNKNOWN: w(
    'The text is neither UTF-8, UTF-16 with a byte order mark, nor GB18030.',
    '文本编码不是 UTF-8、带 BOM 的 UTF-16 或 GB18030。',
  ),
  DAMAGED_UTF8: w(
    'The file is UTF-8, but damaged at byte {byte}: save it again from its source.',
    '文件是 UTF-8 编码,但在第 {byte} 字节处损坏,请从来源重新保存。',
  ),
  OLD_EXCEL_FORMAT: w(
    'This is an old .xls workbook or a protected one: save it as .xlsx or CSV.',
    '这是旧版 .xls 或加密的工作簿,请另存为 .xlsx 或 CSV。',
  ),
  NOT_A_WORKBOOK: w('This zip file is not an .xlsx workbook: {reason}.', '该压缩文件不是 .xlsx 工作簿:{reason}。'),
  WORKBOOK_DAMAGED: w('The workbook cannot be read: {reason}.', '无法读取工作簿:{reason}。'),
  WORKBOOK_TOO_LARGE: w(
    'The workbook unpacks to more than {limit} MB: save it as CSV, or in parts.',
    '工作簿解压后超过 {limit} MB,请另存为 CSV 或拆分。',
  ),
  WORKBOOK_SUSPICIOUS: w(
    'The workbook is packed so tightly (over {limit} to 1) that it is refused as a possible zip bomb: save it as CSV.',
    '工作簿压缩比超过 {limit}:1,疑似压缩炸弹,拒绝读取;请另存为 CSV。',
  ),
  WORKBOOK_FEATURE: w(
    'The workbook holds {feature}, which would be read wrongly: save it as CSV.',
    '工作簿含有{feature},会被误读;请另存为 CSV。',
  ),
  TOO_MANY_ROWS: w('The sheet has more than {limit} rows.', '工作表超过 {limit} 行。'),
  SEVERAL_SHEETS: w(
    'More than one sheet has rows ({sheets}): keep one sheet in a file.',
    '多个工作表含有数据({sheets}),每个文件只保留一个工作表。',
  ),
  QUOTE_NOT_CLOSED: w('A quotation mark that opens here or above is never closed.', '此处或之前的引号没有闭合。'),
  QUOTE_MISPLACED: w(
    'A quotation mark stands inside a cell: enclose the whole cell in quotation marks and double the inner ones.',
    '单元格内部出现引号:请用引号括住整个单元格,并将内部引号写成两个。',
  ),
  RECORD_TOO_LONG: w(
    'A row is longer than {limit} MB; perhaps a quotation mark is never closed.',
    '某行超过 {limit} MB,可能有引号没有闭合。',
  ),
  KIND_UNKNOWN: w('There is no kind of file {kind}. The kinds are: {kinds}.', '没有名为 {kind} 的文件类型。可用类型:{kinds}。'),
  KIND_NOT_RECOGNISED: w(
    'The headers fit no kind of file. Name the kind with --as: {kinds}.',
    '表头不符合任何文件类型,请用 --as 指定:{kinds}。',
  ),
  KIND_AMBIGUOUS: w(
    'The headers fit more than one kind of file. Name the kind with --as: {kinds}.',
    '表头符合多种文件类型,请用 --as 指定:{kinds}。',
  ),
  COLUMN_MISSING: w('The column {name} is missing.', '缺少列 {name}。'),
  COLUMN_UNKNOWN: w('There is no column "{name}" in a file of {kind}.{hint}', '{kind} 文件没有“{name}”列。{hintZh}'),
  COLUMN_TWICE: w('The column {name} appears more than once.', '列 {name} 重复出现。'),
  COLUMN_NOT_TAKEN: w(
    'The column {name} is not for you to state: the system fills it when a person records. Leave the column out.',
    '列 {name} 不由录入人填写,录入时由系统生成;请删除该列。',
  ),
  CHANGED_MEANWHILE: w(
    'The record was changed while the file was taken in; nothing was recorded. Run it again.',
    '导入期间记录被他人修改,未写入任何数据,请重新运行。',
  ),
  REFUSED_BY_DATABASE: w(
    'The database refuses the rows by its rule {constraint}; nothing was recorded.',
    '数据库约束 {constraint} 拒绝了数据,未写入任何数据。',
  ),
  // the row
  ROW_LENGTH: w('The row has {found} cells where the header has {expected}.', '该行有 {found} 个单元格,表头有 {expected} 个。'),
  VALUE_WITHOUT_HEADER: w('The cell has a value but its column has no header.', '单元格有值,但所在列没有表头。'),
  // the cell
  MISSING_VALUE: w('A value is required here.', '此处必须填写。'),
  CELL_TOO_LONG: w('The value is {length} characters long; at most {limit} are taken.', '内容长 {length} 个字符,最多 {limit} 个。'),
  CONTROL_CHARACTER: w('The value holds an invisible control character (U+{hex}).', '内容含有不可见的控制字符(U+{hex})。'),
  UNDECODABLE_CHARACTER: w(
    'The value holds a character that could not be decoded: the file is damaged or has another encoding.',
    '内容含有无法解码的字符:文件损坏或编码不符。',
  ),
  MALFORMED_CODE: w('The value is not a code of the form {form}.', '内容不是 {form} 形式的代码。'),
  FULL_WIDTH_DIGITS: w('The number is written in full-width characters: write it as 0 to 9.', '数字使用了全角字符,请使用半角 0–9。'),
  THOUSANDS_SEPARATOR: w('The number has thousands separators: write it without.', '数字含有千位分隔符,请去掉。'),
  DECIMAL_COMMA: w('The number has a comma: the decimal sign is a point.', '数字含有逗号,小数点应为“.”。'),
  EXPONENT: w('The number is written with an exponent: write out all digits.', '数字使用了科学计数法,请写出全部数字。'),
  HEXADECIMAL: w('The number is written in another base than ten.', '数字不是十进制。'),
  NOT_FINITE: w('The value is not a number that can be counted or paid (NaN, Infinity).', '内容不是有限数值(NaN、Infinity)。'),
  NOT_A_NUMBER: w('The value is not a number written with digits and a decimal point.', '内容不是由数字和小数点组成的数。'),
  LEADING_ZEROS: w('The number begins with zeros.', '数字以零开头。'),
  NOT_WHOLE: w('The value must be a whole number.', '必须是整数。'),
  TOO_MANY_DECIMALS: w(
    'The number has {found} decimals; at most {limit} are kept, and nothing is rounded silently.',
    '有 {found} 位小数,最多 {limit} 位,系统不会自行舍入。',
  ),
  NUMBER_TOO_LARGE: w('The number is larger than {limit}.', '数值大于 {limit}。'),
  NOT_POSITIVE: w('The number must be above zero.', '数值必须大于零。'),
  NUMBER_TOO_SMALL: w('The number is smaller than {limit}.', '数值小于 {limit}。'),
  NOT_A_DATE: w('The value is not a date of the form {form}.', '内容不是 {form} 形式的日期。'),
  NO_SUCH_DAY: w('There is no such day in the calendar.', '日历中没有这一天。'),
  DATE_WITH_TIME: w('The date carries a time of day.', '日期带有时间。'),
  DATE_AS_NUMBER: w(
    'The value looks like the serial number of a spreadsheet date: format the cell as a date, or write YYYY-MM-DD.',
    '内容像是电子表格的日期序号:请将单元格设为日期格式,或写成 YYYY-MM-DD。',
  ),
  UNEXPECTED_DATE: w('The cell is formatted as a date, which this column does not take.', '单元格是日期格式,而该列不接受日期。'),
  NOT_IN_LIST: w('The value is not one of {allowed}.', '内容不在允许的取值中:{allowed}。'),
  NOT_A_BOOLEAN: w('The value is not true or false.', '内容不是 true 或 false(是/否)。'),
  EMPTY_LIST_ITEM: w('The list has an empty item between its bars (|).', '以“|”分隔的列表中有空项。'),
  REPEATED_LIST_ITEM: w('The list names {item} twice.', '列表中 {item} 重复。'),
  FORMULA: w('The cell holds a formula: paste its value instead.', '单元格是公式,请粘贴为数值。'),
  FORMULA_ERROR: w('The cell holds a spreadsheet error.', '单元格是电子表格错误值。'),
  // the row among the others and against the record
  UNKNOWN_REFERENCE: w('There is no {what} with this code{where}.{hint}', '没有此代码的{whatZh}{whereZh}。{hintZh}'),
  DUPLICATE_IN_FILE: w('The row repeats row {first} of the file.', '该行与文件第 {first} 行重复。'),
  CONFLICTS_WITH_RECORD: w(
    'The record has this row with another value here: what is recorded is never overwritten by a file.',
    '记录中已有此行,但此处的值不同:已记录的内容不会被文件覆盖。',
  ),
} as const satisfies Record<string, Words>;

/** Every code that a file of any kind can meet; a kind's own checks add theirs. */
export type ProblemCode = keyof typeof words;

function w(en: string, zh: string): Words {
  return { en, zh };
}
