export { continuity } from './feature.ts';
