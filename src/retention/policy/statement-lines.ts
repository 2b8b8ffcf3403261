import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * A statement is about all that an institution agreed to buy in a round, and takes from the record what is on it.
 * @source none: convention of this system
 */
export const statementLinesRule = defineRule({
  id: 'retention.statement-lines',
  title: 'Lines of a statement',
  titleZh: '结余留用单明细',
  statement:
    'A statement has one line for each generic name that the institution agreed to buy in the round and agreement year, but for those whose cycle is retained already; it is made once the agreements of the year no longer hold. Agreed quantity, winning price and purchases are those on record. The base volume is the demand that the institution reported; only where no demand is on record it is given, with its source.',
  statementZh:
    '结余留用单须逐一列明医疗机构在该批次、协议年度约定采购的通用名（周期已留用的除外），并于当年协议均已期满后编制。约定采购量、中选价与采购量以记录为准。约定采购量基数为该机构报量；无报量记录的方可录入并注明来源。',
  source: [source(documents.ourConvention)],
  traces: [],
});

/**
 * What is on record of a generic name, and what a line says of it.
 * @source none: a shape of this system, not a rule
 */
export interface LineOfName {
  readonly genericName: string;
  readonly given: number | null;
  /** The demand on record; null where there is none. */
  readonly reported: number | null;
}

/**
 * Judges which generic names the lines are about.
 *
 * Refuses with `GENERIC_NAME_TWICE`, `NOTHING_AGREED` and `GENERIC_NAME_MISSING`.
 * @source convention of this system
 */
export function statementLines(given: readonly string[], agreed: readonly string[], retained: readonly string[]): Refusal[] {
  return [
    ...given.filter((name, at) => given.indexOf(name) !== at).map(twice),
    ...[...new Set(given)].filter((name) => !agreed.includes(name)).map(notAgreed),
    ...agreed.filter((name) => !given.includes(name) && !retained.includes(name)).map(missing),
  ];
}

/**
 * The base volume of a line: what was reported, or what is given where nothing was.
 *
 * Refuses with `BASE_VOLUME_ON_RECORD` and `BASE_VOLUME_MISSING`.
 * @source convention of this system
 */
export function baseVolume({ genericName, given, reported }: LineOfName): Refusal[] {
  const facts = [fact('genericName', genericName)];
  if (reported !== null && given !== null) {
    return [
      {
        code: 'BASE_VOLUME_ON_RECORD',
        field: 'lines',
        message: `The demand of the generic name is on record (${reported}); it is not given.`,
        messageZh: `${genericName}的报量已有记录(${reported}),不得另行录入。`,
        rule: statementLinesRule.id,
        facts: [...facts, fact('reported', reported), fact('baseVolume', given)],
      },
    ];
  }
  if (reported !== null || given !== null) return [];
  return [
    {
      code: 'BASE_VOLUME_MISSING',
      field: 'lines',
      message: 'No demand of the generic name is on record; the base volume is needed.',
      messageZh: `${genericName}没有报量记录,须录入约定采购量基数。`,
      rule: statementLinesRule.id,
      facts,
    },
  ];
}

/**
 * Judges the day of a statement: its agreements no longer hold.
 *
 * Refuses with `AGREEMENT_YEAR_NOT_OVER`.
 * @source convention of this system
 */
export function yearOver(on: LocalDate, ends: LocalDate): Refusal[] {
  if (on >= ends) return [];
  return [
    {
      code: 'AGREEMENT_YEAR_NOT_OVER',
      field: 'on',
      message: `Agreements of the year hold until the day before ${ends}; on ${on} the surplus is not known yet.`,
      messageZh: `当年协议至 ${ends} 前一日仍有效,${on} 尚不能测算结余。`,
      rule: statementLinesRule.id,
      facts: [fact('on', on), fact('yearEnds', ends)],
    },
  ];
}

const twice = (name: string) => refusal('GENERIC_NAME_TWICE', name, 'A generic name has two lines.', `${name}重复列示。`);
const notAgreed = (name: string) =>
  refusal(
    'NOTHING_AGREED',
    name,
    'The institution has no agreement about a generic name of the lines in this round and agreement year.',
    `该机构在此批次与协议年度没有${name}的协议。`,
  );
const missing = (name: string) =>
  refusal('GENERIC_NAME_MISSING', name, 'A generic name is agreed and has no line.', `已约定采购${name},但未列明。`);

function refusal(code: string, genericName: string, message: string, messageZh: string): Refusal {
  return { code, field: 'lines', message, messageZh, rule: statementLinesRule.id, facts: [fact('genericName', genericName)] };
}
