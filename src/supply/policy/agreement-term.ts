import { fact } from '../../kernel/fact.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { yearFrom } from '../../kernel/period.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * An agreement is signed for one year at a time, inside the term of its round.
 * @source CSJ-YD2022-1: "agreement signed yearly"
 */
export const agreementTermRule = defineRule({
  id: 'supply.agreement-term',
  title: 'Agreements are signed yearly within the term',
  titleZh: '采购周期内按年签订协议',
  statement:
    'An agreement begins in its agreement year, holds for at most twelve months, is signed before its last day is over, and lies in the term of its round where the round is in force.',
  statementZh: '协议自协议年度内生效，期限不超过十二个月，签订日期不晚于协议末日；批次已执行的，协议期须在采购周期之内。',
  source: [source(documents.yangtze, 'agreement signed yearly'), source(documents.supply, 'signing in time')],
  traces: ['S0-6', 'RB8'],
});

/**
 * The period [from, to) of an agreement: where no end is given it runs for twelve months, or to the end of the term.
 * `term` is null while the round is final and not yet in force.
 *
 * Refuses with `AGREEMENT_YEAR_DIFFERS`, `AGREEMENT_ENDS_BEFORE_START`, `AGREEMENT_LONGER_THAN_YEAR`,
 * `AGREEMENT_OUTSIDE_TERM`, `SIGNED_AFTER_END`; all at once.
 * @source CSJ-YD2022-1; the count of twelve months is a convention of this system
 */
export function agreementTerm(given: {
  agreementYear: number;
  signedOn: LocalDate;
  from: LocalDate;
  to: LocalDate | null;
  term: { from: LocalDate; to: LocalDate } | null;
}): Verdict<{ from: LocalDate; to: LocalDate }> {
  const { agreementYear, signedOn, from, term } = given;
  const year = yearFrom(from);
  const to = given.to ?? (term && term.to > from && term.to < year.to ? term.to : year.to);
  const refusals: Refusal[] = [];
  const refuse = (code: string, field: string, message: string, messageZh: string, more: [string, string][] = []) =>
    refusals.push({
      code,
      field,
      message,
      messageZh,
      rule: agreementTermRule.id,
      facts: [['inForceFrom', from] as const, ['inForceTo', to] as const, ...more].map(([name, value]) => fact(name, value)),
    });
  if (from.slice(0, 4) !== String(agreementYear))
    refuse(
      'AGREEMENT_YEAR_DIFFERS',
      'inForceFrom',
      `An agreement of ${agreementYear} begins in that year, not on ${from}.`,
      `${agreementYear}年度协议须自该年度内生效，而不是${from}。`,
      [['agreementYear', String(agreementYear)]],
    );
  if (to <= from)
    refuse('AGREEMENT_ENDS_BEFORE_START', 'inForceTo', `The agreement would end before ${from}.`, `协议末日早于生效首日${from}。`);
  if (to > year.to)
    refuse(
      'AGREEMENT_LONGER_THAN_YEAR',
      'inForceTo',
      `An agreement holds for twelve months at most: to ${addDays(year.to, -1)}.`,
      `协议期限不超过十二个月：最迟至${addDays(year.to, -1)}。`,
    );
  if (term && (from < term.from || to > term.to))
    refuse(
      'AGREEMENT_OUTSIDE_TERM',
      'inForceFrom',
      `The term of the round is ${term.from} to ${addDays(term.to, -1)}.`,
      `批次采购周期为${term.from}至${addDays(term.to, -1)}。`,
      [
        ['termFrom', term.from],
        ['termTo', term.to],
      ],
    );
  if (signedOn >= to)
    refuse(
      'SIGNED_AFTER_END',
      'signedOn',
      `Signed on ${signedOn}, when the agreement no longer holds.`,
      `签订日期${signedOn}时协议已失效。`,
      [['signedOn', signedOn]],
    );
  return refusals.length === 0 ? accepted({ from, to }) : refused(refusals);
}
