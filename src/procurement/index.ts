export { procurement } from './feature.ts';
