import { EventSourceParserStream } from 'eventsource-parser/stream';
import { useEffect } from 'react';
import { ChangesDocument, type ChangesSubscription } from '../../../schema/dashboard/graphql.ts';
import { documentId } from './ask.ts';
import { useSession } from './session.ts';
import { answers } from './use-answer.ts';

/** Figures are asked for again at most so often, however much is recorded; in milliseconds. */
const seldom = 1000;
/** How long to wait before listening again, in milliseconds: after a cut, and after a refusal. */
const soon = 2000;
const later = 60_000;

/** Asks the figures of the open page again whenever something is recorded that its reader may see. */
export function useLive(): void {
  const token = useSession()?.token ?? null;
  useEffect(() => {
    const leaving = new AbortController();
    void listen(token, leaving.signal);
    return () => leaving.abort();
  }, [token]);
}

/** Listens until the signal; whoever was cut off goes on after the last that was told. */
async function listen(token: string | null, signal: AbortSignal): Promise<void> {
  let after: string | null = null;
  while (!signal.aborted) {
    let wait = soon;
    try {
      const response = await openStream(token, after, signal);
      if (!response.ok || !response.body) wait = later;
      else {
        const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
        for await (const { event, data } of events) {
          const changes = event === 'next' ? (JSON.parse(data) as { data?: ChangesSubscription }).data?.changes : undefined;
          if (!changes) continue;
          after = changes.cursor;
          if (changes.incomplete || changes.operations.length > 0) askAgain();
        }
      }
    } catch {
      // Cut off: below it is tried anew.
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

function openStream(token: string | null, after: string | null, signal: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream', ...(token && { authorization: `Bearer ${token}` }) };
  const body = JSON.stringify({ documentId: documentId(ChangesDocument), variables: { after } });
  return fetch('/graphql', { method: 'POST', headers, body, signal });
}

let waiting = false;

function askAgain(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    void answers.invalidateQueries();
  }, seldom);
}
