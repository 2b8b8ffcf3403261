import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file of a built page and its compressed copies, which the build made. */
interface BuiltFile {
  readonly path: string;
  readonly type: string;
  /** Content encoding → path, the smallest first. */
  readonly compressed: ReadonlyMap<string, string>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

const encodings = { br: '.br', gzip: '.gz' };

/** The page and the files beside it, by name. Only what is listed here is ever opened, so no path can lead elsewhere. */
export interface BuiltPage {
  readonly page: BuiltFile;
  readonly assets: ReadonlyMap<string, BuiltFile>;
}

/** What the build left in a folder; null when it was not run. */
export function readBuiltPage(folder: string): BuiltPage | null {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return null;
  const names = readdirSync(path.join(folder, 'assets'));
  const assets = names.filter((name) => path.extname(name) in types).map((name) => builtFile(path.join(folder, 'assets', name), names));
  return { page: builtFile(page, []), assets: new Map(assets.map((file) => [path.basename(file.path), file])) };
}

function builtFile(file: string, names: readonly string[]): BuiltFile {
  const compressed = Object.entries(encodings).filter(([, ending]) => names.includes(path.basename(file) + ending));
  return {
    path: file,
    type: types[path.extname(file)]!,
    compressed: new Map(compressed.map(([encoding, ending]) => [encoding, file + ending])),
  };
}

/** A built file's name carries a hash of its content, so that it may be kept for a year; the page itself is asked for again. */
const keep = 'public, max-age=31536000, immutable';
export const askAgain = 'no-cache';

/** Answers with the page, in the smallest encoding that the client takes. */
export const sendPage = ({ page }: BuiltPage, request: FastifyRequest, reply: FastifyReply) => send(page, askAgain, request, reply);

/** Answers with a file beside the page; a name that the build did not make is not found. */
export function sendAsset(built: BuiltPage | null, name: string, request: FastifyRequest, reply: FastifyReply): unknown {
  const file = built?.assets.get(name);
  return file ? send(file, keep, request, reply) : reply.callNotFound();
}

async function send(file: BuiltFile, cacheControl: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const accepted = acceptedEncodings(request.headers['accept-encoding']);
  const encoding = [...file.compressed.keys()].find((each) => accepted.has(each));
  reply.type(file.type).headers({ 'cache-control': cacheControl, vary: 'accept-encoding' });
  if (encoding) reply.header('content-encoding', encoding);
  return reply.send(await readFile(encoding ? file.compressed.get(encoding)! : file.path));
}

/** The encodings that a client takes; one with `q=0` is refused by it. */
function acceptedEncodings(header: string | string[] | undefined): Set<string> {
  const offers = String(header ?? '')
    .toLowerCase()
    .split(',');
  return new Set(offers.filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer)).map((offer) => offer.split(';')[0]!.trim()));
}
