import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { addDays, daysBetween, lastDayOfMonth, localDate } from '../../kernel/local-date.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { countsCalendarDays, explainSettlementDeadline, settlementDeadline } from './settlement-deadline.ts';

const noCalendar = new Map();
const stents = (acceptedOn: string, areas: string[] = ['330100', '330000']) => ({
  acceptedOn: localDate(acceptedOn),
  category: 'STENT',
  areas,
});
const dueOf = (acceptedOn: string, category = 'STENT') => valueOf(settlementDeadline({ ...stents(acceptedOn), category }, noCalendar));

describe('the settlement deadline', () => {
  // Clauses: the stent Opinions of 2021 (source text 1); 国办发〔2021〕2号; before them a convention of ours.
  it.each([
    // category, first day, last day (null: open)
    ['DRUG', '2018-01-01', '2021-01-21'],
    ['DRUG', '2021-01-22', null],
    ['STENT', '2018-01-01', '2020-12-31'],
    ['STENT', '2021-01-01', null],
    ['CONSUMABLE', '2018-01-01', null],
  ])('[S1-14] %s accepted from %s to %s: the end of the next month', (category, first, last) => {
    for (const day of [first, last ?? '2999-11-30']) {
      expect(dueOf(day, category)).toEqual({
        dueOn: lastDayOfMonth(localDate(day), 1),
        clause: `payment.settlement-deadline ${first} ${category}`,
      });
    }
  });

  it.each([
    ['2017-12-31', 'STENT'],
    ['2021-06-01', 'SOMETHING_ELSE'],
  ])('[RD1] is a rule gap on %s for %s, never a guess', (day, category) => {
    expect(() => dueOf(day, category)).toThrow(RuleGap);
  });

  it('[RD1] is after the month of acceptance, never before its 28 days and never after 62', () => {
    const days = fc.integer({ min: 0, max: 36_000 }).map((each) => addDays(localDate('2018-01-01'), each));
    fc.assert(
      fc.property(days, (acceptedOn) => {
        const { dueOn } = dueOf(acceptedOn);
        expect(dueOn.slice(0, 7) > acceptedOn.slice(0, 7)).toBe(true);
        expect(addDays(dueOn, 1).endsWith('-01')).toBe(true);
        const allowed = daysBetween(acceptedOn, dueOn);
        expect(allowed >= 28 && allowed <= 62).toBe(true);
      }),
    );
  });

  it('[S1-14] says how it came about, by the clause that was applied', () => {
    const { dueOn, clause } = dueOf('2021-01-01');
    expect(explainSettlementDeadline({ acceptedOn: localDate('2021-01-01'), dueOn, clause })).toMatchObject({
      rule: 'payment.settlement-deadline',
      sentence: 'Accepted on 2021-01-01, it is due on 2021-02-28; from 2021-03-01 it is overdue.',
      source: [{ clause: '"not exceed the end of the next month after the delivery acceptance"' }],
      steps: [{ value: '2021-02-28' }, { value: '58', unit: 'day' }],
    });
    expect(explainSettlementDeadline({ acceptedOn: localDate('2021-01-01'), dueOn, clause: 'gone' })).toMatchObject({
      inputs: [{}, { name: 'clause', value: 'gone' }],
      steps: [{ text: 'as it was recorded', value: '2021-02-28' }, {}],
    });
  });

  it('counts no calendar where no area has a deadline of working days', () => {
    expect(countsCalendarDays(stents('2021-01-01'))).toBe(false);
  });
});
