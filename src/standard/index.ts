export { standard } from './feature.ts';
export { fundRatiosOn } from './fund-ratios-on.ts';
export { InsuranceSchemeEnum } from './fund-ratio.type.ts';
export type { InsuranceScheme } from './insurance-scheme.ts';
