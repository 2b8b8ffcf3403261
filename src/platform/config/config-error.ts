/**
 * A mistake of whoever runs Accord: a wrong setting, a server that lacks something, a file that cannot be read.
 * The message is one line that says which and why; it is printed as it is, without a stack.
 * @source none: machinery
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(line: string) {
    // What comes from PostgreSQL, the system or a URL may hold line ends; the promise is one line.
    super(line.replaceAll(/\s+/g, ' ').trim());
  }
}

/** What the system said, in a few words: `EACCES`, or the first line of the message where there is no code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node tries every address of a name and reports them together, with an empty message.
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && code in wordsForCodes) return wordsForCodes[code] as string;
  return (error.message || error.name).split('\n')[0] as string;
}

const wordsForCodes: Record<string, string> = {
  EACCES: 'permission denied',
  EADDRINUSE: 'the port is in use',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EEXIST: 'a file of that name is in the way',
  EHOSTUNREACH: 'the host cannot be reached',
  EISDIR: 'it is a folder',
  ENETUNREACH: 'the network cannot be reached',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  ENOTFOUND: 'no host has that name',
  EAI_AGAIN: 'the name of the host could not be looked up',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ETIMEDOUT: 'no answer in time',
};
