import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ConvergenceChoicesDocument, type ConvergenceMode } from '../../../../schema/dashboard/graphql.ts';
import type { UserError } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { nameOf, productName } from '../../parts/names.ts';
import { useSettled } from '../../parts/use-settled.ts';
import { decimalPattern, modes, type Draft } from './schedule.ts';
import { OwnSteps } from './own-steps.tsx';

/** What a schedule is made of; what a violation is about is marked. */
export function ScheduleForm(props: {
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => void;
  readonly userErrors: readonly UserError[];
}) {
  const { draft, change, userErrors } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const id = useId();
  const choices = useAnswer(ConvergenceChoicesDocument, useSettled({ product: draft.product, area: draft.area })).data;
  const isWrong = (name: string) => userErrors.some(({ field }) => field === name) || undefined;
  return (
    <form className="act" aria-label={t('convergence.schedule')} onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        {t('convergence.round')}
        <select value={draft.round} aria-invalid={isWrong('roundCode')} onChange={(event) => change({ round: event.target.value })}>
          <option value="">{t('convergence.choose')}</option>
          {choices?.rounds.nodes.map((round) => (
            <option key={round.code} value={round.code}>
              {nameOf(round, language)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('convergence.product')}
        <input
          value={draft.product}
          list={`${id}-products`}
          autoComplete="off"
          aria-invalid={isWrong('productCode')}
          onChange={(event) => change({ product: event.target.value })}
        />
        <datalist id={`${id}-products`}>
          {choices?.products.nodes.map((product) => (
            <option key={product.code} value={product.code}>
              {productName(product, language)}
            </option>
          ))}
        </datalist>
      </label>
      <label className="field">
        {t('convergence.area')}
        <input
          value={draft.area}
          list={`${id}-areas`}
          autoComplete="off"
          aria-invalid={isWrong('areaCode')}
          onChange={(event) => change({ area: event.target.value })}
        />
        <datalist id={`${id}-areas`}>
          {choices?.areas.nodes.map((area) => (
            <option key={area.code} value={area.code}>
              {nameOf(area, language)}
            </option>
          ))}
        </datalist>
      </label>
      <label className="field">
        {t('convergence.cap')}
        <input
          value={draft.cap}
          inputMode="decimal"
          pattern={decimalPattern}
          autoComplete="off"
          aria-invalid={isWrong('capAmount')}
          onChange={(event) => change({ cap: event.target.value.trim() })}
        />
      </label>
      <label className="field">
        {t('convergence.from')}
        <input
          type="date"
          value={draft.from}
          aria-invalid={isWrong('startsOn')}
          onChange={(event) => change({ from: event.target.value })}
        />
      </label>
      <label className="field">
        {t('convergence.mode')}
        <select value={draft.mode} onChange={(event) => change({ mode: event.target.value as ConvergenceMode })}>
          {modes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`convergenceMode.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.inScope}
          aria-invalid={isWrong('isInScope')}
          onChange={(event) => change({ inScope: event.target.checked })}
        />
        {t('convergence.inScope')}
      </label>
      {draft.mode === 'OWN_STEPS' && <OwnSteps steps={draft.steps} change={(steps) => change({ steps })} userErrors={userErrors} />}
    </form>
  );
}
