import type { EntityManager } from '@mikro-orm/postgresql';
import { RowChanges } from './row-changes.ts';
import { deedOf, sendOn, writeJournal, type Act } from './write-journal.ts';

/** Does in one transaction what no caller asked for, such as what follows from a file, and journals the rows that it changed. */
export async function journalled(em: EntityManager, act: Act, work: (em: EntityManager) => Promise<void>): Promise<void> {
  await em.transactional(async (tem) => {
    const changes = new RowChanges(tem);
    await work(tem);
    await tem.flush();
    await writeJournal(sendOn(tem), act, changes.all.map(deedOf));
  });
}
