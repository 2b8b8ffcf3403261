export { diseaseGroup } from './feature.ts';
