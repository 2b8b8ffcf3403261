/**
 * What a caller may be; the claim `role` of a token is exactly one of these.
 * @source none: the contract's list
 */
export const roles = ['EXPERT', 'APPROVER', 'ENTERPRISE', 'INSTITUTION', 'AGENCY', 'SETTLEMENT', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];

/** The claim that says for whom a role acts; the other roles act for no one in particular. */
export const claimOfRole = {
  ENTERPRISE: 'enterprise',
  INSTITUTION: 'institution',
  AGENCY: 'area',
} as const satisfies Partial<Record<Role, string>>;
export type BoundClaim = (typeof claimOfRole)[keyof typeof claimOfRole];

/** Who is asking. A claim that the role does not need is null, so that no rule can rely on it by mistake. */
export interface Caller {
  readonly role: Role | 'ANONYMOUS';
  /** The account of a person or program, as its issuer names it; null for ANONYMOUS only. */
  readonly subject: string | null;
  /**
   * The human behind the account: what one person does with two accounts, one person has done. The account itself where
   * the token names nobody; null for ANONYMOUS only.
   */
  readonly person: string | null;
  /** Code of the enterprise, for ENTERPRISE. */
  readonly enterprise: string | null;
  /** Code of the institution, for INSTITUTION. */
  readonly institution: string | null;
  /** Code of the pooling area, for AGENCY. */
  readonly area: string | null;
}

/** Whoever runs the tools of the machine, such as `npm run import`; no token makes one. */
export interface Operator {
  readonly role: 'OPERATOR';
  readonly subject: string;
}

/** The caller without a token: sees published results and aggregates. */
export const anonymous: Caller = {
  role: 'ANONYMOUS',
  subject: null,
  person: null,
  enterprise: null,
  institution: null,
  area: null,
};

/** Whether the text is a role. */
export function isRole(text: unknown): text is Role {
  return roles.some((role) => role === text);
}

/** The claim that a role cannot do without, or null. */
export function claimNeededBy(role: Role): BoundClaim | null {
  return role in claimOfRole ? claimOfRole[role as keyof typeof claimOfRole] : null;
}

/** Whether the text can be a business code or a name: 1 to 64 characters, none of them a control character or a space at an end. */
export function isCode(text: unknown): text is string {
  return typeof text === 'string' && text.length > 0 && text.length <= 64 && text.trim() === text && !/\p{C}/u.test(text);
}
