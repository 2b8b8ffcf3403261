import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ProposalShownFragment } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { FieldChanges } from '../../parts/field-changes.tsx';
import { mayReadJournal, rowInJournal } from '../../parts/journal-link.ts';

type Change = ProposalShownFragment['changes'][number];

/** What an approval changes, row by row: each field as it is and as it will be. */
export function Changes({ proposal }: { readonly proposal: ProposalShownFragment }) {
  const { t } = useTranslation();
  const reads = mayReadJournal(useSession());
  const rows = [...Map.groupBy(proposal.changes, ({ table, key }) => `${table} ${key}`)];
  const tableOf = new Map(proposal.changes.map(({ table, key }) => [key, table]));
  /** What another row of the proposal is called, where a field points to one that does not exist yet. */
  const pointedTo = ({ column, to }: Change) => {
    if (column === 'approval_id') return t('proposals.thisProposal');
    const table = to !== null && isNew(to) ? tableOf.get(to) : undefined;
    return table && t('proposals.thatRow', { row: t(`record.${table}`) });
  };
  return (
    <ul className="changes">
      {rows.map(([row, fields]) => {
        const { table, key, name } = fields[0]!;
        return (
          <li key={row}>
            <h5>
              {t(`record.${table}`, { defaultValue: table })} {name} {isNew(key) && <span className="tag">{t('proposals.newRow')}</span>}
              {!isNew(key) && reads && <Link href={rowInJournal(table, key)}>{t('record.journal')}</Link>}
            </h5>
            <FieldChanges isNew={isNew(key)} fields={fields.map((field) => ({ ...field, shown: pointedTo(field) }))} />
          </li>
        );
      })}
    </ul>
  );
}

const isNew = (key: string) => key.startsWith('new-');
