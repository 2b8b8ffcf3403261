import type { ConvergenceMode, TryConvergenceInput } from '../../../../schema/dashboard/graphql.ts';

export const modes: readonly ConvergenceMode[] = ['HALF_YEARS', 'QUARTERS', 'YEARS', 'OWN_STEPS'];

/** A schedule as far as it is typed: texts, as they stand in the address of the page. */
export interface Draft {
  readonly product: string;
  readonly area: string;
  readonly round: string;
  readonly cap: string;
  readonly from: string;
  readonly mode: ConvergenceMode;
  readonly inScope: boolean;
  readonly steps: readonly { readonly on: string; readonly amount: string }[];
}

/** Reads what a link says; what it does not say is empty. */
export function draftIn(params: URLSearchParams): Draft {
  const text = (name: string) => params.get(name) ?? '';
  return {
    product: text('product'),
    area: text('area'),
    round: text('round'),
    cap: text('cap'),
    from: text('from'),
    mode: modes.find((mode) => mode === params.get('mode')) ?? 'HALF_YEARS',
    inScope: params.get('scope') !== 'no',
    steps: params.getAll('step').map((step) => {
      const [on = '', amount = ''] = step.split(' ');
      return { on, amount };
    }),
  };
}

/** The address of what is typed, so that a link to it shows the same. */
export function linkTo({ product, area, round, cap, from, mode, inScope, steps }: Draft): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, text] of Object.entries({ product, area, round, cap, from })) if (text !== '') params.set(name, text);
  params.set('mode', mode);
  if (!inScope) params.set('scope', 'no');
  for (const { on, amount } of steps) params.append('step', `${on} ${amount}`);
  return params;
}

/** How a decimal is typed; how much it may be is the server's to say. */
export const decimalPattern = String.raw`\d{1,14}(\.\d{1,4})?`;
const decimal = new RegExp(`^${decimalPattern}$`);

/** Whether a step says both its day and its amount; one that does not is not sent yet. */
export const isWhole = ({ on, amount }: Draft['steps'][number]): boolean => on !== '' && decimal.test(amount);

/** What is asked of the server; null while something that it needs is not typed yet. */
export function inputOf({ product, area, round, cap, from, mode, inScope, steps }: Draft): TryConvergenceInput | null {
  if (product === '' || area === '' || round === '' || !decimal.test(cap)) return null;
  return {
    productCode: product,
    areaCode: area,
    roundCode: round,
    capAmount: cap,
    startsOn: from === '' ? null : from,
    mode,
    isInScope: inScope,
    steps: mode === 'OWN_STEPS' ? steps.filter(isWhole).map(({ on, amount }) => ({ effectiveFrom: on, amount })) : null,
  };
}
