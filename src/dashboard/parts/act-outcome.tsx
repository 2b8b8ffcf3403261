import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '../api/use-act.ts';
import { UserErrors } from './field.tsx';
import { Refusal } from './page-state.tsx';

/** What came of a form's act, below its button: refusals that no field of the form shows, a failure, or that it is done. */
export function ActOutcome<I, P>(props: {
  readonly of: Act<I, P>;
  /** The fields beside which refusals stand already. */
  readonly fields?: readonly string[];
  readonly children?: ReactNode;
}) {
  const { of, fields = [], children } = props;
  const { t } = useTranslation();
  return (
    <div className="outcome wide">
      <UserErrors of={of.userErrors.filter(({ field }) => field === null || !fields.includes(field))} />
      {of.error && <Refusal error={of.error} />}
      <p role="status" className="done">
        {of.pending ? t('act.pending') : of.done && (children ?? t('act.done'))}
      </p>
    </div>
  );
}
