import { isDeepStrictEqual } from 'node:util';
import { postOf, type Shot } from './closed-loop.ts';
import type { Question, Request } from './questions.ts';
import type { ServerProcess } from './server-process.ts';

/** A question ready to be asked of one server under load. */
export interface Prepared {
  readonly server: ServerProcess;
  readonly shots: readonly Shot[];
  readonly data: readonly unknown[];
}

/** Asks a question once, in all its requests, and keeps what was answered. */
export async function prepare(question: Question, server: ServerProcess): Promise<Prepared> {
  const ask = async (request: Request) => (await answerOf(server, request)).data;
  const shots: Shot[] = [];
  const data: unknown[] = [];
  for (const request of await question.requests(server.name, ask)) {
    const answer = await answerOf(server, request);
    shots.push({ bytes: postOf(server.address, request), answerLength: answer.length });
    data.push((question.content ?? comparable)(answer.data));
  }
  return { server, shots, data };
}

/** What one server answers, every other must answer too: else nothing is timed. */
export function requireEqual(question: Question, [first, ...others]: readonly Prepared[]): void {
  for (const other of others) {
    const at = first!.data.findIndex((each, index) => !isDeepStrictEqual(each, other.data[index]));
    if (at < 0 && first!.data.length === other.data.length) continue;
    const shown = [first!, other].map(({ server, data }) => `${server.name}: ${JSON.stringify(data[at]).slice(0, 1500)}`);
    throw new Error(`"${question.name}" is answered differently.\n${shown.join('\n')}`);
  }
}

interface Answer {
  readonly data: Record<string, unknown>;
  readonly length: number;
}

async function answerOf({ name, address }: ServerProcess, { path, body, token }: Request): Promise<Answer> {
  const response = await fetch(new URL(path, address), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body,
  });
  const text = await response.text();
  const answer = response.status === 200 ? (JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown }) : {};
  if (!answer.data || answer.errors)
    throw new Error(`${name} answered ${response.status} to ${body.slice(0, 300)}: ${text.slice(0, 1500)}`);
  return { data: answer.data, length: Buffer.byteLength(text) };
}

/** Whole numbers that PostGraphile gives as texts, because they are wider than JavaScript's. */
const quantities = new Set(['quantity', 'agreedQuantity']);

/** The content of an answer: a cursor is opaque and each server's own, and the order of the fields of an object says nothing. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'endCursor')
      .map(([key, each]) => [key, quantities.has(key) && typeof each === 'string' ? Number(each) : comparable(each)]),
  );
}
