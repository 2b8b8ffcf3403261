import type { TestDatabase } from './database.ts';

/** What comes of a statement that a caller's role says, whatever the program would let it: the rows, or the code of the error. */
export const statementAs =
  ({ served }: TestDatabase) =>
  async (role: string, settings: Readonly<Record<string, string>>, statement: string): Promise<number | string | null> => {
    const client = await served.pool.connect();
    try {
      await client.query(`begin; set local role ${role}`);
      for (const [name, value] of Object.entries(settings))
        await client.query('select set_config($1, $2, true)', [`accord.${name}`, value]);
      const { rowCount } = await client.query(statement);
      return rowCount;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
