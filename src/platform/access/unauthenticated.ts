/**
 * The token is not one of ours. The text is always the same, so that whoever tries tokens learns nothing;
 * the cause is for the log.
 * @source none: machinery
 */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';

  constructor(cause: unknown) {
    super('The token is not valid.', { cause });
  }
}
