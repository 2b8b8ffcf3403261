import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSession, type Role } from '../api/session.ts';
import { Empty } from './page-state.tsx';

/** What the server shows to some roles only; to anyone else it says whose it is, instead of an empty list. */
export function ForRoles({ roles, children }: { readonly roles: readonly Role[]; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  if (session && roles.includes(session.role)) return children;
  return (
    <Empty>
      {t('state.forRoles', { roles: roles.map((role) => t(`role.${role}`)).join(t('list.separator')) })}{' '}
      <Link href="/sign-in">{t('signIn.in')}</Link>
    </Empty>
  );
}
