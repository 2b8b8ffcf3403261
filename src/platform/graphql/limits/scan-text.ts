import { Lexer, Source, TokenKind } from 'graphql';
import { limits, TooComplex } from './limits.ts';

const opens: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closes: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Goes through a text without recursion, before it is parsed: a parser follows each bracket with calls of its own, and
 * a text of brackets would end its stack.
 * @returns whether it is tokens to its end; what is not, no parser can read
 * @throws TooComplex for too many tokens or brackets within brackets
 */
export function scanText(text: string): boolean {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (;;) {
    let kind: TokenKind;
    try {
      ({ kind } = lexer.advance());
    } catch {
      return false;
    }
    if (kind === TokenKind.EOF) return true;
    // Not counted to the end: the text may be as long as a body.
    if ((tokens += 1) > limits.tokens.most) throw new TooComplex('tokens');
    if (opens.has(kind) && (nesting += 1) > limits.nesting.most) throw new TooComplex('nesting');
    if (closes.has(kind)) nesting -= 1;
  }
}
