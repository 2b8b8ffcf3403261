import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ProposalShownFragment, ProposalStatus } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { moment } from '../../parts/format.ts';
import { accountName, factName, unitOf } from '../../parts/names.ts';
import { Changes } from './changes.tsx';
import { Decide, type Decided } from './decide.tsx';

const tones: Partial<Record<ProposalStatus, string>> = { APPROVED: 'good', REJECTED: 'bad' };

/** One proposal: who wants what, everything that it changes, and the decision, or the form for it. */
export function Proposal(props: {
  readonly proposal: ProposalShownFragment;
  readonly isAlone: boolean;
  readonly onDecided: (outcome: Decided) => void;
}) {
  const { proposal, isAlone, onDecided } = props;
  const { id, operation, status, reason, proposedBy, proposedByPerson, proposedAt, facts, decision } = proposal;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const name = t(`operation.${operation}`);
  return (
    <article className="proposal" aria-labelledby={id}>
      <div className="heading">
        <h3 id={id}>
          {name} <span className={`tag ${tones[status] ?? ''}`}>{t(`proposalStatus.${status}`)}</span>
        </h3>
        {!isAlone && <Link href={`/proposals?id=${encodeURIComponent(id)}`}>{t('proposals.one')}</Link>}
      </div>
      <p>
        {t('proposals.proposed', { person: proposedByPerson, account: accountName(proposedBy, t), at: moment(proposedAt, language) })}
        {reason !== null && <span className="block">{t('proposals.reasonGiven', { reason })}</span>}
      </p>
      <h4>{t('proposals.changes')}</h4>
      <Changes proposal={proposal} />
      {facts.length > 0 && (
        <>
          <h4>{t('proposals.facts')}</h4>
          <dl className="facts">
            {facts.map((fact) => (
              <div key={fact.name}>
                <dt>{factName(fact.name, t)}</dt>
                <dd>
                  {fact.value} {unitOf(fact.unit, t)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {decision && (
        <p>
          {t('proposals.decided', {
            person: decision.decidedByPerson,
            account: accountName(decision.decidedBy, t),
            at: moment(decision.decidedAt, language),
            outcome: t(`proposalStatus.${decision.outcome}`),
          })}
          {decision.reason !== null && <span className="block">{t('proposals.reasonGiven', { reason: decision.reason })}</span>}
        </p>
      )}
      {status === 'OPEN' && <Decide proposalId={id} operation={operation} onDecided={onDecided} />}
    </article>
  );
}
