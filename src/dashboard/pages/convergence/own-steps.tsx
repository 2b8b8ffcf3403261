import { useTranslation } from 'react-i18next';
import type { UserError } from '../../api/use-act.ts';
import { decimalPattern, isWhole, type Draft } from './schedule.ts';

type Steps = Draft['steps'];

/** Steps of one's own: a day and an amount each. */
export function OwnSteps(props: {
  readonly steps: Steps;
  readonly change: (steps: Steps) => void;
  readonly userErrors: readonly UserError[];
}) {
  const { steps, change, userErrors } = props;
  const { t } = useTranslation();
  /** The server counts the steps that it was sent. */
  const sentAs = (at: number) => steps.slice(0, at).filter(isWhole).length;
  const isWrong = (at: number) =>
    isWhole(steps[at]!) &&
    userErrors.some(({ field }) => field === `steps.${sentAs(at)}` || field?.startsWith(`steps.${sentAs(at)}.`) === true);
  const set = (at: number, more: Partial<Steps[number]>) =>
    change(steps.map((step, index) => (index === at ? { ...step, ...more } : step)));
  return (
    <fieldset className="wide steps">
      <legend>{t('convergence.ownSteps')}</legend>
      <ol>
        {steps.map((step, at) => (
          // A step is its place: the server names it by that.
          <li key={at}>
            <label className="field">
              {t('convergence.stepOn', { number: at + 1 })}
              <input
                type="date"
                value={step.on}
                aria-invalid={isWrong(at) || undefined}
                onChange={(event) => set(at, { on: event.target.value })}
              />
            </label>
            <label className="field">
              {t('convergence.stepAmount', { number: at + 1 })}
              <input
                value={step.amount}
                inputMode="decimal"
                pattern={decimalPattern}
                autoComplete="off"
                aria-invalid={isWrong(at) || undefined}
                onChange={(event) => set(at, { amount: event.target.value.trim() })}
              />
            </label>
            <button
              type="button"
              aria-label={t('convergence.removeStep', { number: at + 1 })}
              onClick={() => change(steps.filter((_, index) => index !== at))}
            >
              {t('convergence.remove')}
            </button>
            {!isWhole(step) && <span className="quiet">{t('convergence.notYet')}</span>}
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => change([...steps, { on: '', amount: '' }])}>
        {t('convergence.addStep')}
      </button>
    </fieldset>
  );
}
