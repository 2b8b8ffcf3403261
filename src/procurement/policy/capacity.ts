import { fact } from '../../kernel/fact.ts';
import { count } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * An enterprise can be selected for no more than it declared it can produce.
 * @source source text 0: "as long as the production capacity is sufficient"
 */
export const capacityRule = defineRule({
  id: 'procurement.capacity',
  title: 'Capacity covers the commitment',
  titleZh: '产能不低于约定采购量',
  statement:
    'Before a selection is final, the declared yearly capacity must be at least the committed quantity; equality is enough. After it, the agreed volumes of no agreement year may pass it.',
  statementZh: '中选结果确定前，企业申报的年产能不得低于约定采购量；等于的，即可。此后任一协议年度的约定采购量合计亦不得超过申报产能。',
  source: [source(documents.introduction, '"as long as the production capacity is sufficient"')],
  traces: ['S0-10'],
});

/**
 * Checks the declared capacity of a year against the committed quantity, both whole units. `fromPublicRecord` rows
 * of past rounds may lack the declaration (null is then accepted).
 *
 * Refuses with `CAPACITY_NOT_DECLARED`, `CAPACITY_BELOW_COMMITMENT`.
 * @source source text 0; that it bars the selection is a convention of this system
 */
export function capacity(given: {
  declared: number | null;
  committed: number;
  fromPublicRecord?: boolean;
}): Verdict<{ spare: number | null }> {
  const committed = count(given.committed);
  const rule = capacityRule.id;
  if (given.declared === null) {
    if (given.fromPublicRecord) return accepted({ spare: null });
    return refused([
      {
        code: 'CAPACITY_NOT_DECLARED',
        field: 'capacity',
        message: 'The enterprise has not declared its capacity.',
        messageZh: '企业未申报产能。',
        rule,
        facts: [fact('committed', committed)],
      },
    ]);
  }
  const declared = count(given.declared);
  if (declared >= committed) return accepted({ spare: declared - committed });
  return refused([
    {
      code: 'CAPACITY_BELOW_COMMITMENT',
      field: 'capacity',
      message: `The declared capacity of ${declared} is below the commitment of ${committed}.`,
      messageZh: `申报产能${declared}低于约定采购量${committed}。`,
      rule,
      facts: [fact('declared', declared), fact('committed', committed)],
    },
  ]);
}

/**
 * Checks what institutions commit to buy of a selected product in one agreement year against the capacity that its
 * enterprise declared for a year, both whole units: what is agreed on after the selection is held to it too.
 *
 * Refuses with `CAPACITY_EXCEEDED`.
 * @source source text 0; that it bars further volumes is a convention of this system
 */
export function capacityLeft(given: { declared: number; committed: number }): Verdict<{ spare: number }> {
  const declared = count(given.declared);
  const committed = count(given.committed);
  if (committed <= declared) return accepted({ spare: declared - committed });
  return refused([
    {
      code: 'CAPACITY_EXCEEDED',
      field: 'quantity',
      message: `The agreed volumes of the year would be ${committed}, more than the declared capacity of ${declared}.`,
      messageZh: `该协议年度约定采购量合计将达${committed}，超过申报产能${declared}。`,
      rule: capacityRule.id,
      facts: [fact('declared', declared), fact('committed', committed)],
    },
  ]);
}
