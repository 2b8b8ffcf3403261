import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { renewalShareClauses } from './renewal-share.clauses.ts';
import type { ShareCategory } from './volume-share.ts';

/**
 * In the Yangtze-delta renewal the share depends on whether the winner supplied the area before.
 * @source CSJ-YD2022-1
 */
export const renewalShareRule = defineRule({
  id: 'procurement.renewal-share',
  title: 'Share of the base in a renewal',
  titleZh: '接续采购约定采购量比例',
  statement: '60 % of the base when the winner is the incumbent of the area; 50 % for antibacterials or another winner.',
  statementZh: '中选企业为该地区原供应企业的，为基数的60%；抗菌药物或非原供应企业的，为50%。',
  source: [source(documents.yangtze)],
  clauses: renewalShareClauses,
  traces: ['RA3'],
});

/**
 * The exact share of an area's base on the opening day; throws `RuleGap` outside the renewal.
 * @source CSJ-YD2022-1
 */
export function renewalShare(given: { scheme: string; on: LocalDate; category: ShareCategory; isIncumbent: boolean }): {
  share: Ratio;
  percent: string;
} {
  const { value } = renewalShareClauses.inForce(given.on, { scheme: given.scheme, category: given.category });
  const percent = given.isIncumbent ? value.incumbentPercent : value.otherPercent;
  return { share: Ratio.percent(percent), percent };
}
