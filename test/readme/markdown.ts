import { textOf } from '../architecture/repository.ts';

/** A fenced block of a README: its language, its text, and the line of prose before it. */
export interface Block {
  readonly language: string;
  readonly text: string;
  readonly before: string;
}

/** The fenced blocks of a file, in their order. */
export function blocksOf(file: string): Block[] {
  return [...textOf(file).matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    text,
    before: textOf(file).slice(0, index).trimEnd().split('\n').at(-1) ?? '',
  }));
}

/** The rows of the tables under a heading, cell by cell, without their header. */
export function rowsUnder(file: string, heading: string): string[][] {
  const [, rest = ''] = textOf(file).split(new RegExp(`^#+ ${heading}$`, 'm'));
  const [section = ''] = rest.split(/^#+ /m);
  const lines = section.split('\n').map((line) => line.trim());
  const isRule = (line: string | undefined) => line !== undefined && /^\|[\s:|-]+\|$/.test(line);
  return lines
    .filter((line, index) => line.startsWith('|') && !isRule(line) && !isRule(lines[index + 1]))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** The words in backticks of the first column under a heading. */
export function namesUnder(file: string, heading: string): string[] {
  return rowsUnder(file, heading).flatMap(([first = '']) => [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}
