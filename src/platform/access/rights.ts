import { sql, type RawBuilder } from 'kysely';
import type { Caller, Role } from './caller.ts';

/** An act that takes two persons: one proposes it, another one approves it. */
export interface ByTwo {
  readonly proposedBy: readonly Role[];
  readonly approvedBy: readonly Role[];
}

/** The roles that may do each act of a feature, by the act's mutation. */
export type Acts = Readonly<Record<string, readonly Role[] | ByTwo>>;

/** The acts of a table that take two. */
export type ActsByTwo<A extends Acts> = { [K in keyof A & string]: A[K] extends ByTwo ? K : never }[keyof A & string];

/** The acts of a table that one person does alone. */
export type ActsAlone<A extends Acts> = Exclude<keyof A & string, ActsByTwo<A>>;

/** Proposed by an expert, approved by an approver. */
export const expertAndApprover = { proposedBy: ['EXPERT'], approvedBy: ['APPROVER'] } as const satisfies ByTwo;

/** Proposed by the agency of a pooling area, approved by an approver. */
export const agencyAndApprover = { proposedBy: ['AGENCY'], approvedBy: ['APPROVER'] } as const satisfies ByTwo;

/** The rows of one table that a role knows of: a condition over the row `t`, and the same in words. */
export interface Sight {
  /** Null for all. Depends on the caller's role only by the text, and on its claims only by values. */
  readonly where: (caller: Caller) => RawBuilder<unknown> | null;
  readonly english: string;
  readonly chinese: string;
}

export const allRows: Sight = { where: () => null, english: 'all', chinese: '全部' };
export const noRows: Sight = { where: () => sql`false`, english: 'none', chinese: '不可见' };

/** What everybody sees of one table. */
export interface Seen {
  readonly visible: (caller: Caller) => RawBuilder<unknown> | null;
  /** A description of the table's type with who sees which rows of it, in both languages. */
  words(english: string, chinese: string): string;
}

/**
 * Says who sees which rows of a table.
 * @param byRole the roles that see others than the rest do
 * @param others what all other roles see, and callers without a token
 */
export function seenBy(byRole: Partial<Record<Role, Sight>>, others: Sight): Seen {
  const table = new Map<string, Sight>(Object.entries(byRole));
  const grouped = [...Map.groupBy(table, ([, sight]) => sight)].map(([sight, entries]) => ({
    sight,
    roles: entries.map(([role]) => role),
  }));
  const listed = (language: 'english' | 'chinese', [comma, colon, semicolon]: readonly [string, string, string], rest: string) =>
    [...grouped.map(({ sight, roles }) => `${roles.join(comma)}${colon}${sight[language]}`), `${rest}${colon}${others[language]}`].join(
      semicolon,
    );
  return {
    visible: (caller) => (table.get(caller.role) ?? others).where(caller),
    words: (english, chinese) =>
      `${english} Rows seen by ${listed('english', [', ', ': ', '; '], table.size > 0 ? 'anyone else' : 'anyone')}.\n\n` +
      `${chinese}可见范围:${listed('chinese', ['、', ':', ';'], table.size > 0 ? '其他' : '任何人')}。`,
  };
}
