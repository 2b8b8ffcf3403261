import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSession, type Role } from '../api/session.ts';
import { useSignInAddress } from '../app/way-back.ts';
import { Empty } from './page-state.tsx';

/** What the server shows to some roles only; to anyone else it says whose it is, instead of an empty list. */
export function ForRoles(props: {
  readonly roles: readonly Role[];
  /** What the page is called, where nothing above says so. */
  readonly heading?: string;
  readonly children: ReactNode;
}) {
  const { roles, heading, children } = props;
  const { t } = useTranslation();
  const session = useSession();
  const signInAddress = useSignInAddress();
  if (session && roles.includes(session.role)) return children;
  return (
    <>
      {heading && <h1>{heading}</h1>}
      <Empty>
        {t('state.forRoles', { roles: roles.map((role) => t(`role.${role}`)).join(t('list.separator')) })}{' '}
        {!session && `${t('state.signInAgain')} `}
        <Link href={signInAddress}>{t('signIn.in')}</Link>
      </Empty>
    </>
  );
}
