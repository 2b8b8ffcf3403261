import { claimNeededBy, roles, type BoundClaim, type Role } from '../access/caller.ts';
import type { TokenSource } from '../access/token-source.ts';

/** A role that may be signed in as, with what must be said beside it. */
interface OfferedRole {
  readonly role: Role;
  readonly needs: readonly BoundClaim[];
  readonly nameEn: string;
  readonly nameZh: string;
}

/** How a page in the browser gets a token, if at all. */
export type WayToSignIn =
  | {
      /** At the identity provider, of which its discovery document says the rest. */
      readonly mode: 'OIDC';
      readonly issuer: string;
      /** A public client: it has no secret. */
      readonly clientId: string;
      readonly audience: string;
    }
  | {
      /** By saying who one is, on a machine with the development issuer. */
      readonly mode: 'DEVELOPMENT';
      readonly roles: readonly OfferedRole[];
    }
  | { readonly mode: 'NONE' };

const names: Readonly<Record<Role, readonly [english: string, chinese: string]>> = {
  EXPERT: ['Expert of the authority', '医保专家'],
  APPROVER: ['Approver', '审批人'],
  ENTERPRISE: ['Enterprise', '企业'],
  INSTITUTION: ['Medical institution', '医疗机构'],
  AGENCY: ['Agency of a pooling area', '统筹区经办机构'],
  SETTLEMENT: ['Settlement', '结算'],
  AUDITOR: ['Auditor', '审计人员'],
};

/** The way by which tokens are got that this server takes. */
export function wayToSignIn(tokens: TokenSource): WayToSignIn {
  if (tokens === 'nobody') return { mode: 'NONE' };
  if ('oidc' in tokens) {
    const { issuer, clientId, audience } = tokens.oidc;
    return { mode: 'OIDC', issuer, clientId, audience };
  }
  return { mode: 'DEVELOPMENT', roles: roles.map(offered) };
}

function offered(role: Role): OfferedRole {
  const needed = claimNeededBy(role);
  const [nameEn, nameZh] = names[role];
  return { role, needs: needed ? [needed] : [], nameEn, nameZh };
}
