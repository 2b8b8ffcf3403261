import { median, type Measurement } from '../benchmark.ts';
import { prepare, requireEqual, type Prepared } from './answers.ts';
import { closedLoop, type Load } from './closed-loop.ts';
import type { Question } from './questions.ts';
import type { ServerName, ServerProcess } from './server-process.ts';

/** Answers per second, by server. */
export type Rates = Readonly<Partial<Record<ServerName, number>>>;

/** Questions whose answers were found equal, ready to be asked of the servers that they concern. */
export type AllPrepared = ReadonlyMap<Question, readonly Prepared[]>;

/** Asks every question once of every server that it concerns; a difference between the answers ends the run. */
export async function compared(questions: readonly Question[], servers: readonly ServerProcess[]): Promise<AllPrepared> {
  const prepared = new Map<Question, Prepared[]>();
  for (const question of questions) {
    const asked = new Set<ServerName>(['Accord', ...question.comparisons.flatMap(({ peers }) => peers)]);
    const each: Prepared[] = [];
    for (const server of servers) if (asked.has(server.name)) each.push(await prepare(question, server));
    requireEqual(question, each);
    prepared.set(question, each);
  }
  return prepared;
}

/** The medians of alternating rounds, after a warm-up. */
export async function timed(
  prepared: AllPrepared,
  { warmUp, load, rounds }: { readonly warmUp: Load; readonly load: Load; readonly rounds: number },
  say: (line: string) => void,
): Promise<Map<Question, Rates>> {
  say('all answers are equal; warming up');
  await inTurn(prepared, warmUp);
  const taken = new Map<Question, Rates[]>([...prepared.keys()].map((question) => [question, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [question, rates] of await inTurn(prepared, load)) taken.get(question)!.push(rates);
    say(`round ${round} of ${rounds}`);
  }
  return new Map([...taken].map(([question, rates]) => [question, mediansOf(rates)]));
}

/** Every server once for every question, one after the other: whatever else the machine does meets all of them. */
export async function inTurn(prepared: AllPrepared, load: Load): Promise<Map<Question, Rates>> {
  const taken = new Map<Question, Rates>();
  for (const [question, each] of prepared) {
    const rates: Partial<Record<ServerName, number>> = {};
    for (const { server, shots } of each) rates[server.name] = await closedLoop(server.address, shots, load);
    taken.set(question, rates);
  }
  return taken;
}

function mediansOf(rates: readonly Rates[]): Rates {
  return Object.fromEntries(Object.keys(rates[0]!).map((name) => [name, median(rates.map((each) => each[name as ServerName]!))]));
}

/** A line for each comparison that a question is about. */
export function comparisonsOf(bench: string, question: Question, rates: Rates): Measurement[] {
  return question.comparisons.map(({ suffix, peers, atLeast }) => {
    const ours = rates.Accord!;
    const best = Math.max(...peers.map((name) => rates[name]!));
    const ratio = ours / best;
    return {
      bench,
      case: suffix ? `${question.name}, beside ${suffix}` : question.name,
      unit: 'answers/s',
      higherIsBetter: true,
      ours,
      peers: Object.fromEntries(peers.map((name) => [name, rates[name]!])),
      ratioToBestPeer: ratio,
      target: atLeast === null ? null : `≥ ${atLeast} × ${peers.length > 1 ? 'the better peer' : peers[0]}`,
      met: atLeast === null ? null : ratio >= atLeast,
    };
  });
}
