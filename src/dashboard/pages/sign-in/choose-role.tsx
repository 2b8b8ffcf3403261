import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { SignInChoicesDocument, SignInInstitutionsDocument } from '../../../../schema/dashboard/graphql.ts';
import { Refused } from '../../api/ask.ts';
import { signIn, type Role } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { afterSignIn } from '../../app/way-back.ts';
import { nameOf } from '../../parts/names.ts';
import { Refusal } from '../../parts/page-state.tsx';
import type { Configuration, Need } from './configuration.ts';

type Development = Extract<Configuration, { mode: 'DEVELOPMENT' }>;

/** Chooses a role of the development issuer, and what it needs beside itself. */
export function ChooseRole({ roles }: Development) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [, go] = useLocation();
  const [parameters] = useSearchParams();
  const [role, setRole] = useState<Role>(roles[0]!.role);
  const [typed, setTyped] = useState('');
  const needs = roles.find((each) => each.role === role)?.needs ?? [];
  const choices = useAnswer(SignInChoicesDocument, {}, needs.includes('enterprise') || needs.includes('area'));
  const institutions = useAnswer(SignInInstitutionsDocument, { text: typed }, needs.includes('institution'));
  const act = useMutation({
    mutationFn: developmentToken,
    onSuccess: (token) => {
      signIn(token);
      go(afterSignIn(parameters.get('to'), role));
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = needs.map((need) => [need, form.get(need)] as const);
    act.mutate({ role, ...Object.fromEntries(given), subject: form.get('subject') === '' ? undefined : form.get('subject') });
  };
  const field: Record<Need, () => React.ReactNode> = {
    enterprise: () => (
      <select name="enterprise" required>
        {choices.data?.enterprises.nodes.map((each) => (
          <option key={each.code} value={each.code}>
            {nameOf(each, language)}
          </option>
        ))}
      </select>
    ),
    area: () => (
      <select name="area" required>
        {choices.data?.areas.nodes.map((each) => (
          <option key={each.code} value={each.code}>
            {nameOf(each, language)}
          </option>
        ))}
      </select>
    ),
    institution: () => (
      <>
        <input name="institution" list="institutions" required autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        <datalist id="institutions">
          {institutions.data?.institutions.nodes.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </datalist>
      </>
    ),
  };
  return (
    <>
      <p className="lead">{t('signInPage.development')}</p>
      {act.error && <Refusal error={act.error} />}
      <form className="act" onSubmit={submit}>
        <label className="field">
          {t('signInPage.role')}
          <select name="role" value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {roles.map((each) => (
              <option key={each.role} value={each.role}>
                {t(`role.${each.role}`)}
              </option>
            ))}
          </select>
        </label>
        {needs.map((need) => (
          <label key={need} className="field">
            {t(`signInPage.${need}`)}
            {field[need]()}
          </label>
        ))}
        <label className="field">
          {t('signInPage.subject')}
          <input name="subject" autoComplete="off" />
        </label>
        <button type="submit" className="primary" disabled={act.isPending}>
          {t('signIn.in')}
        </button>
      </form>
      <PasteToken />
    </>
  );
}

/** A token from elsewhere: that of `npm run token`, say. */
function PasteToken() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [parameters] = useSearchParams();
  const [failed, setFailed] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = (new FormData(event.currentTarget).get('token') as string).trim();
    try {
      go(afterSignIn(parameters.get('to'), signIn(token)?.role ?? null));
    } catch {
      setFailed(true);
    }
  };
  return (
    <details>
      <summary>{t('signInPage.haveToken')}</summary>
      <form className="act" onSubmit={submit}>
        <label className="field">
          {t('signInPage.token')}
          <textarea name="token" rows={4} cols={60} required spellCheck={false} />
        </label>
        {failed && <p role="alert">{t('signInPage.noToken')}</p>}
        <button type="submit">{t('signIn.in')}</button>
      </form>
    </details>
  );
}

async function developmentToken(wish: Readonly<Record<string, unknown>>): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch('/sign-in/development', { method: 'POST', headers, body: JSON.stringify(wish) });
  const answer = (await response.json()) as {
    token?: string;
    errors?: { message: string; extensions: { code: string; messageZh: string; requestId: string } }[];
  };
  if (answer.token) return answer.token;
  const [error] = answer.errors ?? [];
  throw new Refused(
    error?.extensions.code ?? 'UNKNOWN',
    error?.message ?? '',
    error?.extensions.messageZh ?? '',
    error?.extensions.requestId ?? null,
  );
}
