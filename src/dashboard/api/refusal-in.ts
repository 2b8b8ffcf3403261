import { Refused } from './ask.ts';

/** What the server answers beside GraphQL when it refuses. */
export interface ErrorBody {
  readonly errors: readonly [
    { readonly message: string; readonly extensions: { readonly code: string; readonly messageZh: string; readonly requestId?: string } },
  ];
}

/** The refusal in such an answer. */
export function refusalIn({ errors: [{ message, extensions }] }: ErrorBody): Refused {
  return new Refused(extensions.code, message, extensions.messageZh, extensions.requestId ?? null);
}
