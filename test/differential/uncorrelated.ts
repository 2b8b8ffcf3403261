const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_][A-Za-z0-9_]*|\$\d+|[().,]|\S/g;

/** What a query names as its own rows, and what its columns are taken from. */
interface Query {
  readonly isSelect: boolean;
  readonly aliases: Set<string>;
  readonly qualifiers: Set<string>;
  readonly text: string[];
}

const opened = (isSelect: boolean): Query => ({ isSelect, aliases: new Set(), qualifiers: new Set(), text: [] });
const isName = (text: string | undefined): text is string => text !== undefined && /^["A-Za-z_]/.test(text);
const bare = (name: string) => name.replaceAll('"', '').toLowerCase();
const words = new Set(['where', 'join', 'cross', 'left', 'on', 'order', 'group', 'limit', 'union', 'having', 'as']);

/**
 * The subqueries of a statement that take a column from rows that they do not name themselves. Every column of ours is
 * written with the name of its rows, and a name inside hides the same name outside, so it is enough to look at names.
 */
export function correlatedSubqueries(statement: string): string[] {
  const tokens = statement.match(token) ?? [];
  const stack: Query[] = [opened(false)];
  const found: string[] = [];
  for (const [at, text] of tokens.entries()) {
    const within = stack.at(-1)!;
    for (const query of stack) query.text.push(text);
    if (text === '(') stack.push(opened(tokens[at + 1]?.toLowerCase() === 'select'));
    else if (text === ')') {
      const { isSelect, aliases, qualifiers, text: whole } = stack.pop()!;
      const foreign = [...qualifiers].filter((name) => !aliases.has(name));
      if (isSelect && foreign.length > 0) found.push(`${foreign.join()} in (${whole.join(' ')}`);
      // What is in parentheses within a query, but no query of its own, belongs to the query.
      if (!isSelect) for (const name of foreign) stack.at(-1)!.qualifiers.add(name);
    } else if (isName(text)) {
      const before = tokens[at - 1];
      if (tokens[at + 1] === '.' && before !== '.') within.qualifiers.add(bare(text));
      // `from table t`, `) page`, `) asked(…)`: the name after a table or a derived one.
      const namesRows = before === ')' || (isName(before) && /^(from|join)$/i.test(tokens[at - 2] ?? ''));
      // … and a table that has no other name: `from given`.
      const isTable = isName(before) && /^(from|join)$/i.test(before);
      if ((namesRows || isTable) && !words.has(bare(text))) within.aliases.add(bare(text));
    }
  }
  return found;
}
