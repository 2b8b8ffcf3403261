import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { signIn } from '../../api/session.ts';
import { afterSignIn } from '../../app/way-back.ts';
import { Answered, Empty, Refusal } from '../../parts/page-state.tsx';
import { useConfiguration, type Configuration } from './configuration.ts';
import { ChooseRole } from './choose-role.tsx';
import './words.ts';

/** Signing in: at the operator's issuer, or by choosing a role where the server issues tokens itself. */
export default function SignIn() {
  const { t } = useTranslation();
  const configuration = useConfiguration();
  return (
    <>
      <h1>{t('signIn.in')}</h1>
      <Answered of={configuration}>
        {(found) => {
          if (found.mode === 'OIDC') return <AtIssuer configuration={found} />;
          if (found.mode === 'DEVELOPMENT') return <ChooseRole {...found} />;
          return <Empty>{t('signInPage.none')}</Empty>;
        }}
      </Answered>
    </>
  );
}

type Oidc = Extract<Configuration, { mode: 'OIDC' }>;

/** A way out to the issuer, and the way back with its code. */
function AtIssuer({ configuration }: { readonly configuration: Oidc }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [parameters] = useSearchParams();
  const returned = parameters.has('code') || parameters.has('error');
  const leave = useMutation({ mutationFn: async () => (await import('./oidc.ts')).leaveForIssuer(configuration, parameters.get('to')) });
  const { mutate: comeBack, ...back } = useMutation({
    mutationFn: async () => (await import('./oidc.ts')).comeBack(configuration),
    onSuccess: ({ token, to }) => go(afterSignIn(to, signIn(token)?.role ?? null), { replace: true }),
  });
  useEffect(() => {
    if (returned) comeBack();
  }, [returned, comeBack]);
  const error = back.error ?? leave.error;
  return (
    <>
      <p className="lead">{t('signInPage.atIssuer', { issuer: new URL(configuration.issuer).host })}</p>
      {error && <Refusal error={error} />}
      <button type="button" className="primary" disabled={leave.isPending || back.isPending} onClick={() => leave.mutate()}>
        {t('signInPage.goToIssuer')}
      </button>
    </>
  );
}
