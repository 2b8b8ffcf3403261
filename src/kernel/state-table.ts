import { fact } from './fact.ts';
import { accepted, refused, type Verdict } from './verdict.ts';

/**
 * A word in English and Chinese.
 * @source none: a shape of this system, not a rule
 */
export interface Words {
  en: string;
  zh: string;
}

/**
 * One action: what it is called, the states in which it may be done, and the state it leads to.
 * @source none: a shape of this system, not a rule
 */
export interface Transition<State extends string> {
  words: Words;
  from: readonly State[];
  to: State;
}

/**
 * The life of one kind of thing, as a table a domain expert can read aloud.
 * @source none: a shape of this system, not a rule
 */
export interface StateTableSpec<State extends string, Action extends string> {
  rule: string;
  subject: Words;
  states: Record<State, Words>;
  actions: Record<Action, Transition<State>>;
}

/**
 * What follows from a state table: whether an action may be done, where it leads, what may be done now.
 * @source none: a shape of this system, not a rule
 */
export interface StateTable<State extends string, Action extends string> extends StateTableSpec<State, Action> {
  may(action: Action, state: State): boolean;
  after(action: Action, state: State): Verdict<State>;
  possible(state: State): Action[];
  isFinal(state: State): boolean;
}

/**
 * Derives predicate, next state and refusal message from a table of actions. `after` refuses with
 * `ACTION_NOT_ALLOWED_IN_STATE`, naming the state found and the states required.
 * @source none: house rule, state machines are tables
 */
export function stateTable<State extends string, Action extends string>(spec: StateTableSpec<State, Action>): StateTable<State, Action> {
  const actions = Object.keys(spec.actions) as Action[];
  const may = (action: Action, state: State) => spec.actions[action].from.includes(state);
  const possible = (state: State) => actions.filter((action) => may(action, state));
  return Object.freeze({
    ...spec,
    may,
    possible,
    isFinal: (state: State) => possible(state).length === 0,
    after(action: Action, state: State): Verdict<State> {
      const { words, from, to } = spec.actions[action];
      if (may(action, state)) return accepted(to);
      const required = from.map((each) => spec.states[each]);
      return refused([
        {
          code: 'ACTION_NOT_ALLOWED_IN_STATE',
          field: null,
          message: `Cannot ${words.en}: the ${spec.subject.en} is ${spec.states[state].en}, and must be ${required.map((each) => each.en).join(' or ')}.`,
          messageZh: `不能${words.zh}：${spec.subject.zh}当前状态为“${spec.states[state].zh}”，应为${required.map((each) => `“${each.zh}”`).join('或')}。`,
          rule: spec.rule,
          facts: [fact('state', state), fact('requiredStates', from.join('|')), fact('action', action)],
        },
      ]);
    },
  });
}
