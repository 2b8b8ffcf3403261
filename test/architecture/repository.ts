import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/project.ts';

/** What a clone does not bring: made by installing, running and measuring. */
const made = new Set(['node_modules', '.git', '.data', '.pictures', '.install.lock', 'coverage']);

/** Every file of the project, by its path in it. Walked, not asked of git, which a machine may lack. */
export function projectFiles(): string[] {
  return filesIn('');
}

export function topLevel(): string[] {
  return readdirSync(root).filter((name) => !made.has(name) && !name.endsWith('.log'));
}

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (made.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(place) : [place];
  });
}

/** The features: the folders of src with code in them that are neither kernel, platform nor dashboard. */
export function featureFolders(): string[] {
  const folders = projectFiles().flatMap((file) => /^src\/([^/]+)\/[^/]+\.ts$/.exec(file)?.[1] ?? []);
  return [...new Set(folders)].filter((name) => !['kernel', 'platform', 'dashboard'].includes(name));
}
