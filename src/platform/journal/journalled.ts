import type { EntityManager } from '@mikro-orm/postgresql';
import { sendOn } from '../database/send.ts';
import { RowChanges, type RowChange } from './row-changes.ts';
import { deedOf, writeJournal, type Act } from './write-journal.ts';

/**
 * Does in one transaction what no caller asked for, such as what follows from a file, and journals the rows that it changed.
 * @param untold columns whose values nobody may read, in the journal either: they are told as null
 */
export async function journalled(
  em: EntityManager,
  act: Act,
  work: (em: EntityManager) => Promise<void>,
  untold: readonly string[] = [],
): Promise<void> {
  await em.transactional(async (tem) => {
    const changes = new RowChanges(tem);
    await work(tem);
    await tem.flush();
    await writeJournal(
      sendOn(tem),
      act,
      changes.all.map((change) => deedOf(withoutValues(change, untold))),
    );
  });
}

function withoutValues({ from, to, ...row }: RowChange, columns: readonly string[]): RowChange {
  const hidden = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, columns.includes(name) ? null : value]));
  return { ...row, from: from && hidden(from), to: hidden(to) };
}
