import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../kernel/clock.ts';
import { today } from '../../kernel/local-date.ts';
import type { Database } from '../database/database.ts';
import { RequestRefused } from '../graphql/errors.ts';
import { readAskedExport } from '../tables/asked-export.ts';
import { Unwritable } from '../tables/csv-writer.ts';
import { openExportFile, type OpenFile } from '../tables/export-file.ts';
import type { TableExport } from '../tables/table-export.ts';
import { admitTo, callerOf, type GraphqlParts } from './serve-graphql.ts';
import { badRequest, notFound, unavailable, type Refuse } from './refuse.ts';

type ExportParts = Pick<GraphqlParts, 'admission' | 'metrics' | 'verifyToken' | 'requireRate' | 'reports'> & {
  readonly database: Database;
  readonly clock: Clock;
  readonly refuse: Refuse;
  readonly exports: readonly TableExport[];
};

/** A file holds a connection for as long as it is read; the others are for answers. */
const mostAtOnce = 2;

const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/**
 * Serves tables as files at `/export/<kind>`, to the holder of a token, with the rows that this caller sees in lists too.
 * How many rows there are stands in the head of the answer and in the name of the file; an answer that ends before is
 * cut off, so that nobody takes it for whole.
 */
export async function serveExports(fastify: FastifyInstance, parts: ExportParts): Promise<void> {
  const kinds = new Map(parts.exports.map((each) => [each.kind, each]));
  let underWay = 0;

  const fileOf = async (request: FastifyRequest<{ Params: { kind: string } }>, reply: FastifyReply) => {
    const caller = await callerOf(request, parts);
    if (caller.role === 'ANONYMOUS') throw new RequestRefused('UNAUTHENTICATED', 401, 'An export needs a token.', '导出须携带令牌。');
    const table = kinds.get(request.params.kind);
    if (!table) throw notFound();
    const { asked, file } = readAskedExport(table, Object(request.query) as Record<string, unknown>, today(parts.clock));
    if (underWay >= mostAtOnce) throw unavailable(5);
    underWay += 1;
    let open: OpenFile;
    try {
      open = await openExportFile(parts.database, caller, table, asked, file);
    } catch (error) {
      underWay -= 1;
      throw error instanceof Unwritable ? unwritable(error) : error;
    }
    const stream = Readable.from(open.bytes, { objectMode: false, highWaterMark: 1 << 16 });
    stream.once('close', () => {
      underWay -= 1;
      void open.close();
    });
    const charset = file.format === 'csv' ? `; charset=${file.encoding}; header=present` : '';
    return reply
      .headers({
        'content-type': `${types[file.format]}${charset}`,
        'content-disposition': `attachment; filename="${open.name}"`,
        'cache-control': 'no-store',
        'x-total-rows': String(open.rows),
      })
      .send(stream);
  };

  await fastify.register(async (scope) => {
    admitTo(scope, parts);
    scope.get<{ Params: { kind: string } }>('/export/:kind', async (request, reply) => {
      try {
        return await fileOf(request, reply);
      } catch (error) {
        return parts.refuse(request, reply, error);
      }
    });
  });
}

function unwritable({ sign, row, column }: Unwritable): RequestRefused {
  return badRequest(
    400,
    `GBK has no sign for ${sign} (row ${row}, ${column}); ask for encoding=gb18030, which has every sign.`,
    `GBK 无法表示字符“${sign}”(第 ${row} 行,${column});请改用 encoding=gb18030。`,
  );
}
