import type { Feature } from '../feature.ts';
import { liveChanges } from './live-changes.ts';
import { LiveResolver } from './live.resolver.ts';

/** Tells whoever listens that something has changed. */
export const live: Feature = {
  name: 'live',
  entities: [],
  resolvers: [LiveResolver],
  reads: [],
  tables: [],
  keeps: [liveChanges],
};
