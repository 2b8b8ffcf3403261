/**
 * What PostgreSQL says when it cannot serve at the moment, by class or code: connections, resources (a full disk among
 * them), stopping and starting, a disk that fails; and a session that may only read where one may write otherwise.
 */
const saidByPostgres = /^(08\d\w{2}|53\d\w{2}|57P0[1-5]|58030|25006)$/;

/** What the system says when nobody is there. */
const saidBySystem = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND']);

/** What the driver says, which has no code for it. */
const saidByDriver =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** Whether an error, or what caused it, says that the database cannot serve at the moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, originalError, cause } = error as { code?: unknown; originalError?: unknown; cause?: unknown };
  if (typeof code === 'string' && (saidByPostgres.test(code) || saidBySystem.has(code))) return true;
  return saidByDriver.test(error.message) || isUnavailable(originalError) || isUnavailable(cause);
}
