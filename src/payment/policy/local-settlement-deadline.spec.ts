import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { localSettlementDeadlineClauses } from './local-settlement-deadline.clauses.ts';
import { localSettlementDeadline } from './local-settlement-deadline.ts';
import { settlementDeadline } from './settlement-deadline.ts';

const chengdu = ['510100', '510000'];
const on = localDate('2025-06-01');

describe('[RD3] the local settlement deadline', () => {
  it('has the 30 days of the Sichuan draft on record', () => {
    expect(localSettlementDeadlineClauses.find(on, { area: '510000', category: 'CONSUMABLE' })).toMatchObject({
      value: { kind: 'DAYS', days: 30, counted: 'CALENDAR_DAY' },
      confidence: 'LOW',
    });
  });

  it('does not apply a draft: the national deadline holds in Sichuan', () => {
    expect(localSettlementDeadline(on, 'CONSUMABLE', chengdu)).toBeNull();
    const due = settlementDeadline({ acceptedOn: on, category: 'CONSUMABLE', areas: chengdu }, new Map());
    expect(valueOf(due).dueOn).toBe('2025-07-31');
  });

  it.each([
    ['2024-12-31', 'CONSUMABLE', chengdu],
    ['2025-06-01', 'STENT', chengdu],
    ['2025-06-01', 'CONSUMABLE', ['330100', '330000']],
    ['2025-06-01', 'CONSUMABLE', []],
  ])('is none on %s for %s in %j', (day, category, areas) => {
    expect(localSettlementDeadline(localDate(day), category, areas)).toBeNull();
  });
});
