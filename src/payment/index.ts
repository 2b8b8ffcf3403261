export { openAmounts } from './open-amounts.ts';
export { payablesAsOf } from './payables-as-of.ts';
export { prepaymentsAsOf } from './prepayments-as-of.ts';
export { payableEntryLines, payableLines } from './roll-up-payables.ts';
export { payment } from './feature.ts';
