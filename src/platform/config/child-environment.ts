/**
 * The variables that a program started by Accord may see: none of the caller's PG… or LC_… settings, which would
 * change what PostgreSQL does, and the same on every machine.
 * @source none: machinery
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot, TEMP } = process.env;
  const windows = SystemRoot ? { SystemRoot, TEMP } : {};
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...windows };
}
