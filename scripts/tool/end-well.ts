import { CommanderError } from 'commander';
import { ConfigError } from '../../src/platform/config/config-error.ts';

/**
 * Ends a tool as it went: a wrong option has been told by commander, a mistake of whoever runs it is told in one line, and
 * one of ours with everything about it.
 * @source none: machinery
 */
export async function endWell(tool: () => Promise<void>): Promise<void> {
  try {
    await tool();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}
