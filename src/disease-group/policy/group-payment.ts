import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The rules of disease groups hold where the area pays by group.
 * @source source text 1: "payment by disease type (disease group) is implemented"
 */
export const groupPaymentRule = defineRule({
  id: 'disease-group.group-payment',
  title: 'Areas that pay by disease group',
  titleZh: '实行按病组付费的统筹区',
  statement:
    'Groups have a payment standard, and the rules of lowering it hold, in pooling areas that pay by disease group (DRG) or disease type (DIP) on the day: from the day that the agency of the area has recorded, until another day with another method.',
  statementZh:
    '在当日实行按疾病诊断相关分组（DRG）或按病种分值（DIP）付费的统筹区，病组设有支付标准并适用调整规则；以该统筹区经办机构录入的生效日期为准，至另一方式生效之日止。',
  source: [source(documents.stentSupport, '"payment by disease type (disease group) is implemented"')],
  traces: ['S1-25'],
});

/**
 * How an area pays on a day: by DRG, by DIP, or by neither. Null where nothing is on record.
 * @source none: a shape of this system, not a rule
 */
export type PaymentMethod = 'DRG' | 'DIP' | 'NONE';

/**
 * Refuses what is said of a group where the area does not pay by group on that day.
 *
 * Refuses with `AREA_NOT_BY_GROUP`.
 * @source source text 1
 */
export function paysByGroup(given: { area: string; field: string; on: LocalDate; method: PaymentMethod | null }): Refusal[] {
  const { area, field, on, method } = given;
  if (method === 'DRG' || method === 'DIP') return [];
  return [
    {
      code: 'AREA_NOT_BY_GROUP',
      field,
      message: `Pooling area ${area} does not pay by disease group on ${on}: the rule is not applied there.`,
      messageZh: `统筹区 ${area} 在 ${on} 未实行按病组付费,不适用本规则。`,
      rule: groupPaymentRule.id,
      facts: [fact('area', area), fact('on', on), fact('method', method ?? 'not on record')],
    },
  ];
}
