import { useTranslation } from 'react-i18next';
import { DecideProposalDocument, type ProposalDecision, type ProposalStatus } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { ActForm, orNull, type Typed } from '../../parts/act-form.tsx';
import { ActOutcome } from '../../parts/act-outcome.tsx';
import { Field } from '../../parts/field.tsx';

/** What was decided on which act. */
export interface Decided {
  readonly operation: string;
  readonly outcome: ProposalStatus;
}

/** What the reader's role is offered; whether it may be is the server's to say. */
const offered: Readonly<Record<string, readonly ProposalDecision[]>> = {
  APPROVER: ['APPROVE', 'REJECT'],
  EXPERT: ['WITHDRAW'],
  AGENCY: ['WITHDRAW'],
};
const names = { APPROVE: 'proposals.approve', REJECT: 'proposals.reject', WITHDRAW: 'proposals.withdraw' } as const;

/** The form that decides on an open proposal, with the refusals of the server beside it. */
export function Decide(props: { readonly proposalId: string; readonly operation: string; readonly onDecided: (outcome: Decided) => void }) {
  const { proposalId, operation, onDecided } = props;
  const { t } = useTranslation();
  const act = useAct(DecideProposalDocument);
  const decisions = offered[useSession()?.role ?? ''] ?? [];
  if (decisions.length === 0) return null;
  const send = async ({ reason }: Typed, pressed: string) => {
    const decision = decisions.find((each) => each === pressed) ?? decisions[0]!;
    const done = await act.send({ proposalId, decision, reason: orNull(reason) });
    if (done?.proposal) onDecided({ operation, outcome: done.proposal.status });
    return done;
  };
  return (
    <ActForm label={t('proposals.decide', { operation: t(`operation.${operation}`) })} onSend={send}>
      <Field
        name="reason"
        label={t('proposals.reason')}
        hint={decisions.includes('REJECT') && t('proposals.reasonHint')}
        userErrors={act.userErrors}
      >
        {(attributes) => <textarea rows={1} maxLength={2000} {...attributes} />}
      </Field>
      <div className="buttons">
        {decisions.map((decision) => (
          <button
            key={decision}
            type="submit"
            value={decision}
            className={decision === 'APPROVE' ? 'primary' : undefined}
            disabled={act.pending}
          >
            {t(names[decision])}
          </button>
        ))}
      </div>
      <ActOutcome of={act} fields={['reason']} />
    </ActForm>
  );
}
