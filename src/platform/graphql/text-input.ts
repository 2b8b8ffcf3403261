import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';

/** Longer than any name, title or reason of the field; a whole document belongs elsewhere. */
const longestText = 2000;
const longestCode = 120;
/** Fields that hold what somebody else numbers by. */
const isCode = /^(?:code|number|reference)$|(?:Code|Number)$/;

/** Refusals of the text fields of an input: blank, with outer space, too long, or with control characters. Null is none. */
export function textRefusals(fields: Readonly<Record<string, string | null | undefined>>): Refusal[] {
  return Object.entries(fields).flatMap(([field, text]) => {
    if (text === null || text === undefined) return [];
    const longest = isCode.test(field) ? longestCode : longestText;
    const good = text.trim() === text && text.length > 0 && text.length <= longest && text.isWellFormed() && !/\p{Cc}/u.test(text);
    return good ? [] : [malformedText(field, longest)];
  });
}

function malformedText(field: string, longest: number): Refusal {
  return {
    code: 'MALFORMED_TEXT',
    field,
    message: `${field} must be 1 to ${longest} characters, without spaces at its ends and without control characters.`,
    messageZh: `${field} 须为 1 至 ${longest} 个字符,首尾不得有空格,且不得含控制字符。`,
    rule: null,
    facts: [fact('longest', String(longest))],
  };
}
