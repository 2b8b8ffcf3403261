/** The columns by which a record is asked for: what its content says, beside it. */
export interface AskedBy {
  readonly operation: string | null;
  readonly tableName: string | null;
  readonly rowKey: string | null;
  readonly subject: string | null;
  readonly requestId: string | null;
}

/** Whether the columns say what the content says; a content that is no JSON says nothing. */
export function followsFrom(content: string, { operation, tableName, rowKey, subject, requestId }: AskedBy): boolean {
  const said = parsed(content);
  return (
    said !== null &&
    textOf(said['operation']) === operation &&
    textOf(said['table']) === tableName &&
    textOf(said['row']) === rowKey &&
    textOf((said['who'] as Record<string, unknown> | undefined)?.['subject']) === subject &&
    textOf(said['request']) === requestId
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

function parsed(content: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(content) as Readonly<Record<string, unknown>> | null;
  } catch {
    return null;
  }
}
