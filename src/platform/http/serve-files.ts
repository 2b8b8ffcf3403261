import { PassThrough, Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../access/caller.ts';
import type { RequestContext } from '../graphql/context.ts';
import { RequestRefused } from '../graphql/errors.ts';
import type { ImportProgress } from '../tables/file-run.ts';
import { recordFile } from '../tables/record-file.ts';
import type { RecordedFile } from '../tables/recorded-file.ts';
import { TakenColumns } from '../tables/taken-columns.ts';
import { badRequest, bodyOf, errorOf, unavailable, type Refuse } from './refuse.ts';
import { admitTo, callerOf, type GraphqlParts } from './serve-graphql.ts';

type FileParts = Pick<
  GraphqlParts,
  'admission' | 'metrics' | 'verifyToken' | 'requireRate' | 'reports' | 'database' | 'clock' | 'seal' | 'kept'
> & {
  readonly refuse: Refuse;
  readonly schema: GraphQLSchema;
  readonly files: readonly RecordedFile[];
};

/** A file of 10,000 rows of 2,000 bytes fits; what is larger is the operator's to import. */
const largestFile = 20 * 1024 * 1024;
const longestName = 255;
/** A file holds a connection, and records in one transaction; the others are for single acts. */
const mostAtOnce = 2;
const stream = 'text/event-stream';

/**
 * Takes files at `/files`, from the holder of a token: `POST /files?name=…&dryRun=true&kind=…` with the file as its body.
 * The report is JSON, with 422 where the file was refused; to whoever accepts `text/event-stream` it comes as an event
 * `report`, after events `progress`. `GET /files` lists the kinds that the caller may give, with their columns.
 */
export async function serveFiles(fastify: FastifyInstance, parts: FileParts): Promise<void> {
  const { files, schema, refuse, database, clock, seal, kept } = parts;
  const taken = new TakenColumns(schema, files);
  let underWay = 0;

  const known = async (request: FastifyRequest): Promise<Caller> => {
    const caller = await callerOf(request, parts);
    if (caller.role === 'ANONYMOUS') throw new RequestRefused('UNAUTHENTICATED', 401, 'A file needs a token.', '提交文件须携带令牌。');
    return caller;
  };

  const record = async (request: FastifyRequest, reply: FastifyReply, onProgress: (progress: ImportProgress) => void) => {
    const caller = await known(request);
    const { fileName, dryRun, kind } = askedOf(request);
    const ofKind = files.filter((file) => kind === null || file.kind.kind === kind);
    if (ofKind.length === 0) throw badRequest(400, `There is no kind of file ${kind}.`, `没有 ${kind} 这种文件。`);
    if (underWay >= mostAtOnce) throw unavailable(5);
    underWay += 1;
    try {
      const context: RequestContext = {
        caller,
        database,
        clock,
        seal,
        kept,
        requestId: request.id,
        seen: request.seen,
        isGone: () => reply.raw.destroyed,
      };
      const source = Readable.from(modest(request), { objectMode: false });
      return await recordFile({ context, files: ofKind, taken, source, fileName, dryRun, onProgress });
    } finally {
      underWay -= 1;
    }
  };

  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    admitTo(scope, parts);
    scope.get('/files', async (request, reply) => {
      const { role } = await known(request);
      const mine = files.filter(({ roles }) => roles.some((each) => each === role));
      return reply.header('cache-control', 'no-store').send(mine.map((file) => describe(file, taken)));
    });
    scope.post('/files', { bodyLimit: largestFile }, async (request, reply) => {
      if (!request.headers.accept?.includes(stream)) {
        const report = await record(request, reply, () => undefined);
        return reply
          .code(report.errorCount > 0 ? 422 : 200)
          .header('cache-control', 'no-store')
          .send(report);
      }
      const events = new Events(reply);
      try {
        events.end('report', JSON.stringify(await record(request, reply, (progress) => events.send('progress', JSON.stringify(progress)))));
      } catch (thrown) {
        // Nothing was sent yet where a request is refused before its file is read.
        if (!events.begun) return refuse(request, reply, thrown);
        const error = errorOf(thrown);
        parts.reports.report([error], request.id);
        events.end('error', bodyOf(error, request.id));
      }
      return reply;
    });
  });
}

/** An answer as server-sent events, from the first one on. */
class Events {
  readonly #body = new PassThrough();
  begun = false;

  constructor(private readonly reply: FastifyReply) {}

  send(event: string, data: string): void {
    if (!this.begun) {
      this.begun = true;
      // What gathers an answer before it sends it on would hold the progress back.
      void this.reply.headers({ 'content-type': `${stream}; charset=utf-8`, 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      void this.reply.send(this.#body);
    }
    this.#body.write(`event: ${event}\ndata: ${data}\n\n`);
  }

  end(event: string, data: string): void {
    this.send(event, data);
    this.#body.end();
  }
}

function askedOf({ query }: FastifyRequest): { fileName: string; dryRun: boolean; kind: string | null } {
  const { name = 'file', dryRun = 'false', kind = null } = Object(query) as Record<string, unknown>;
  const isName =
    typeof name === 'string' && name.trim() !== '' && name.length <= longestName && name.isWellFormed() && !/\p{Cc}/u.test(name);
  if (!isName) throw badRequest(400, `name: 1 to ${longestName} characters.`, `name:1 至 ${longestName} 个字符。`);
  if (dryRun !== 'true' && dryRun !== 'false') throw badRequest(400, 'dryRun: true or false.', 'dryRun:true 或 false。');
  if (kind !== null && typeof kind !== 'string') throw badRequest(400, 'kind: once.', 'kind:只能给出一次。');
  return { fileName: name.trim(), dryRun: dryRun === 'true', kind };
}

/** The bytes of a body, as long as they are not too many. */
async function* modest({ raw }: FastifyRequest): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestFile) throw badRequest(413, 'The file is larger than 20 MB: divide it.', '文件超过 20 MB,请拆分。');
    yield chunk;
  }
}

function describe({ kind, mutation }: RecordedFile, taken: TakenColumns) {
  const columns = kind.columns.filter(({ name }) => taken.of(kind).has(name));
  return {
    kind: kind.kind,
    title: kind.title.en,
    titleZh: kind.title.zh,
    mutation,
    columns: columns.map(({ name, aliases, required = false }) => ({ name, nameZh: aliases[0] ?? name, required })),
  };
}
