import { sql } from 'kysely';
import { by, defineList } from '../graphql/list.ts';
import { always, maybe } from '../graphql/describe.ts';
import { derived, one, pages, queries, reads } from '../graphql/reads.ts';
import type { FieldFilter } from '../read/filter.ts';
import { Decision, outcomes } from './decision.entity.ts';
import { Proposal } from './proposal.entity.ts';
import { DecisionType, ProposalConnection, ProposalStatusEnum, ProposalType } from './proposal.type.ts';
import { proposalSeen } from './rights.ts';

/** Not correlated: a distributed PostgreSQL refuses a subquery that looks outside itself. */
const status = sql`case ${sql.join(
  outcomes.map(
    (outcome) => sql`when t.id in (select d.proposal_id from decision d where d.outcome = ${sql.lit(outcome)}) then ${sql.lit(outcome)}`,
  ),
  sql` `,
)} else 'OPEN' end`;

const byStatus: FieldFilter = ({ eq, in: among }) => {
  const wanted = [...(eq ? [sql`${status} = ${eq}::text`] : []), ...(among ? [sql`${status} = any(${among}::text[])`] : [])];
  return wanted.length === 0 ? sql`true` : sql`(${sql.join(wanted, sql` and `)})`;
};

const proposalList = defineList({
  name: 'Proposal',
  entity: Proposal,
  visible: proposalSeen.visible,
  // Ids are made in the order of time.
  defaultOrder: [[{ column: 'id', type: 'uuid' }, 'DESC']],
  fields: {
    operation: by.text('operation', 'The mutation that was proposed.', '所提出的操作。'),
    status: { ...by.enum('status', ProposalStatusEnum, 'ProposalStatus', 'Where it stands.', '提案状态。'), filter: byStatus },
  },
});

export const ApprovalQueries = queries({
  proposals: pages(() => ProposalConnection, proposalList, always('Proposals, the latest first.', '提案,最近提出的在前。')),
});

export const approvalReads = [
  reads(
    ProposalType,
    'Proposal',
    Proposal,
    {
      status: derived<{ status: string }>(
        () => ProposalStatusEnum,
        { status: () => status },
        (read) => read.status,
        always('Where it stands.', '提案状态。'),
      ),
      decision: one(() => DecisionType, 'id', maybe('The decision; null while open.', '决定;待决定时为空。')),
    },
    { visible: proposalList.list.visible },
  ),
  reads(DecisionType, 'Decision', Decision, {}),
];
