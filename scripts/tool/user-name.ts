import os from 'node:os';

/** Who runs the tool, for the record of what it did. */
export function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
