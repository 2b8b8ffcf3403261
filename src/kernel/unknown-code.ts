import { fact } from './fact.ts';
import type { Refusal } from './refusal.ts';

/**
 * The input names something by a business code that is not on record.
 * @source none: machinery
 */
export function unknownCode(field: string, what: string, whatZh: string, code: string): Refusal {
  return {
    code: 'UNKNOWN_CODE',
    field,
    message: `No ${what} with code ${code} is on record.`,
    messageZh: `没有代码为 ${code} 的${whatZh}。`,
    rule: null,
    facts: [fact('code', code)],
  };
}

/**
 * A business code that has been given to another object of the same kind.
 * @source none: machinery
 */
export function codeTaken(field: string, what: string, whatZh: string, code: string): Refusal {
  return {
    code: 'CODE_TAKEN',
    field,
    message: `The code ${code} belongs to another ${what} already.`,
    messageZh: `代码 ${code} 已被其他${whatZh}使用。`,
    rule: null,
    facts: [fact('code', code)],
  };
}
