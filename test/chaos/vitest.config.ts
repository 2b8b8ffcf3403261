import { defineConfig, mergeConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

/** Failure and load: minutes instead of seconds, one file after the other, so that they do not measure each other. */
const chaos = mergeConfig(usual, defineConfig({ test: { maxWorkers: 1, testTimeout: 900_000, hookTimeout: 120_000 } }));
chaos.test!.include = ['test/chaos/*.chaos.ts'];
export default chaos;
