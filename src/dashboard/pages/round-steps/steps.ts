import type { RoundStatus } from '../../../../schema/dashboard/graphql.ts';

/** The acts of a round's life in their order, and where each leads. Whether one is possible now, the server says. */
export const stages = [
  { operation: 'openDemandReporting', to: 'DEMAND_REPORTING' },
  { operation: 'openBidding', to: 'BIDDING' },
  { operation: 'openBids', to: 'OPENED' },
  { operation: 'proposeSelection', to: 'PROPOSED' },
  { operation: 'publiciseSelection', to: 'PUBLICISED' },
  { operation: 'finaliseSelection', to: 'FINAL' },
  { operation: 'putRoundInForce', to: 'IN_FORCE' },
  { operation: 'expireRound', to: 'EXPIRED' },
  { operation: 'renewRound', to: 'RENEWED' },
] as const satisfies readonly { readonly operation: string; readonly to: RoundStatus }[];

/** What is done between them. */
export const between = {
  DRAFT: ['addLot'],
  DEMAND_REPORTING: ['reportDemand'],
  BIDDING: ['submitBid'],
  OPENED: ['recordOutcome'],
  PROPOSED: [],
  PUBLICISED: [],
  FINAL: ['recordAgreedVolumes', 'amendAgreedVolume', 'withdrawWinner', 'correctWinningPrice'],
  IN_FORCE: ['recordAgreedVolumes', 'amendAgreedVolume', 'withdrawWinner', 'correctWinningPrice'],
  EXPIRED: [],
  RENEWED: [],
} as const satisfies Readonly<Record<RoundStatus, readonly string[]>>;

export type StepOperation = (typeof stages)[number]['operation'] | (typeof between)[RoundStatus][number];

/** Every act of this page, each once. */
export const everyStep: readonly StepOperation[] = [
  ...new Set<StepOperation>([...stages.map(({ operation }) => operation), ...Object.values(between).flat()]),
];

/** What comes next after a status: the act that leads on, and what is done meanwhile. */
export function nextSteps(status: RoundStatus): readonly StepOperation[] {
  const reached = stages.findIndex(({ to }) => to === status);
  const onward = stages[reached + 1];
  return [...between[status], ...(onward ? [onward.operation] : [])];
}
