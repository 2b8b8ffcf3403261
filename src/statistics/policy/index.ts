import type { Rule } from '../../kernel/rule.ts';
import { bulletinDayRule } from './bulletin-day.ts';
import { derivableBlockRule } from './derivable-block.ts';
import { paymentPunctualityRule } from './payment-punctuality.ts';
import { toldBlockRule } from './told-block.ts';

export { bulletinDay } from './bulletin-day.ts';
export { derivableBlocks, type SharedPart } from './derivable-block.ts';
export { paymentPunctuality } from './payment-punctuality.ts';
export { toldBlock, suppressionReasons, type Contributors, type SuppressionReason } from './told-block.ts';

/** Every rule of statistics. */
export const rules: readonly Rule[] = [bulletinDayRule, derivableBlockRule, paymentPunctualityRule, toldBlockRule];
