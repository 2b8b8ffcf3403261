import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A file of the built explorer and its compressed copies, which the build made. */
export interface BuiltFile {
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
export interface BuiltExplorer {
  readonly page: BuiltFile;
  readonly assets: ReadonlyMap<string, BuiltFile>;
}

/** What the build left in a folder; null when it was not run. */
export function readBuiltExplorer(folder: string): BuiltExplorer | null {
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
