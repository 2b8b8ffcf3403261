import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ProposeConvergenceDocument, type TryConvergenceInput } from '../../../../schema/dashboard/graphql.ts';
import { useAct } from '../../api/use-act.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { ActOutcome } from '../../parts/act-outcome.tsx';
import { Field } from '../../parts/field.tsx';

/** Proposes the schedule that was tried, with the notice that sets it. */
export function Propose({ input }: { readonly input: TryConvergenceInput }) {
  const { t } = useTranslation();
  const act = useAct(ProposeConvergenceDocument);
  const proposal = act.done?.proposal;
  return (
    <section>
      <h2>{t('convergence.propose')}</h2>
      <ActForm label={t('convergence.propose')} onSend={({ source = '' }) => act.send({ ...input, source })}>
        <Field name="source" label={t('convergence.source')} hint={t('convergence.sourceHint')} userErrors={act.userErrors}>
          {(attributes) => <input required maxLength={2000} {...attributes} />}
        </Field>
        <button type="submit" className="primary" disabled={act.pending}>
          {t('convergence.proposeIt')}
        </button>
        <ActOutcome of={act} fields={['source']}>
          {t('convergence.proposed')}{' '}
          {proposal && <Link href={`/proposals?id=${encodeURIComponent(proposal.id)}`}>{t('convergence.seeProposal')}</Link>}
        </ActOutcome>
      </ActForm>
    </section>
  );
}
