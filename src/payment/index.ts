export { openAmounts } from './open-amounts.ts';
export { payableEntryLines, payableLines } from './roll-up-payables.ts';
export { payment } from './feature.ts';
