import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import {
  OneProposalDocument,
  ProposalsDocument,
  type ProposalShownFragment,
  type ProposalStatus,
} from '../../../../schema/dashboard/graphql.ts';
import type { Role } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { ForRoles } from '../../parts/for-roles.tsx';
import { Choice } from '../../parts/filter-fields.tsx';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { count } from '../../parts/format.ts';
import { MorePages } from '../../parts/more-pages.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import type { Decided } from './decide.tsx';
import { Proposal } from './proposal.tsx';
import './words.ts';

const roles: readonly Role[] = ['EXPERT', 'APPROVER', 'AUDITOR', 'AGENCY'];
const statuses: readonly ProposalStatus[] = ['OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN'];

/** The acts that take two persons. */
const operations = [
  'finaliseSelection',
  'correctWinningPrice',
  'transferSupply',
  'renewNegotiatedOutcome',
  'recordNonExclusiveBidding',
  'proposeConvergence',
  'proposeDrugStandard',
  'retainSurplus',
];

/** What is proposed, what it would change, and the decision of another person. */
export default function Proposals() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [decided, setDecided] = useState<Decided | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const id = params.get('id');
  const onDecided = (outcome: Decided) => {
    setDecided(outcome);
    // The form has gone with the open proposal; who sent it goes on here.
    told.current?.focus();
  };
  return (
    <>
      <h1>{t('page.proposals')}</h1>
      <p className="lead">{t('proposals.lead')}</p>
      <p ref={told} role="status" tabIndex={-1} className="done">
        {decided &&
          t('proposals.done', { operation: t(`operation.${decided.operation}`), outcome: t(`proposalStatus.${decided.outcome}`) })}
      </p>
      <ForRoles roles={roles}>{id ? <One id={id} onDecided={onDecided} /> : <List onDecided={onDecided} />}</ForRoles>
    </>
  );
}

function List({ onDecided }: { readonly onDecided: (outcome: Decided) => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { chosen, choose } = useFilters(['status', 'operation', 'after']);
  const { status = 'OPEN', operation, after = null } = chosen;
  const isStatus = statuses.find((each) => each === status);
  const filter = { ...(isStatus && { status: { eq: isStatus } }), ...(operation && { operation: { eq: operation } }) };
  const answer = useAnswer(ProposalsDocument, { filter, after });
  return (
    <>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          {t('proposals.status')}
          <select value={status} onChange={(event) => choose({ status: event.target.value })}>
            {statuses.map((each) => (
              <option key={each} value={each}>
                {t(`proposalStatus.${each}`)}
              </option>
            ))}
            <option value="ALL">{t('filter.all')}</option>
          </select>
        </label>
        <Choice
          name={t('proposals.operation')}
          value={operation}
          all={t('filter.all')}
          options={operations.map((value) => ({ value, name: t(`operation.${value}`) }))}
          onChoose={(value) => choose({ operation: value })}
        />
      </form>
      <Answered of={answer}>
        {({ proposals }) => (
          <>
            <h2>
              {t(proposals.totalIsExact ? 'proposals.list' : 'proposals.listAtLeast', { rows: count(proposals.totalCount, language) })}
            </h2>
            {proposals.nodes.length === 0 && <Empty>{t(status === 'OPEN' && !operation ? 'proposals.noneOpen' : 'proposals.none')}</Empty>}
            {proposals.nodes.map((proposal) => (
              <Proposal key={proposal.id} proposal={proposal} isAlone={false} onDecided={onDecided} />
            ))}
            <MorePages pageInfo={proposals.pageInfo} />
          </>
        )}
      </Answered>
    </>
  );
}

function One({ id, onDecided }: { readonly id: string; readonly onDecided: (outcome: Decided) => void }) {
  const { t } = useTranslation();
  const answer = useAnswer(OneProposalDocument, { id });
  return (
    <>
      <p>
        <Link href="/proposals">{t('proposals.all')}</Link>
      </p>
      <Answered of={answer}>
        {({ node }) =>
          node && 'operation' in node ? (
            <Proposal proposal={node as ProposalShownFragment} isAlone onDecided={onDecided} />
          ) : (
            <Empty>{t('proposals.unknown')}</Empty>
          )
        }
      </Answered>
    </>
  );
}
