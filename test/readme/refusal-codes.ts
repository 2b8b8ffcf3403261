import { projectFiles, textOf } from '../architecture/repository.ts';

/** What the code of a refusal looks like. */
const code = '[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+';

/** The codes of refusals that the files under a folder make: written out, or given to a function of the same file. */
export function codesIn(folder: string, wanted: (file: string) => boolean): string[] {
  const files = projectFiles().filter(
    (file) => file.startsWith(`${folder}/`) && file.endsWith('.ts') && !file.endsWith('.spec.ts') && wanted(file),
  );
  return [...new Set(files.flatMap((file) => codesOf(textOf(file))))].toSorted();
}

/** The codes in one file's text. */
export function codesOf(text: string): string[] {
  const written = [...text.matchAll(new RegExp(`\\bcode: '(${code})'`, 'g'))];
  const makers = [...text.matchAll(/\b(?:function (\w+)|const (\w+) = )\(\s*code: string\b/g)].map(([, name, arrow]) => name ?? arrow);
  const given = makers.flatMap((maker) => [...text.matchAll(new RegExp(`\\b${maker}\\(\\s*'(${code})'`, 'g'))]);
  return [...written, ...given].map(([, found]) => found!);
}
