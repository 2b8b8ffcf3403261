import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/ask.ts';
import { useLanguage } from '../app/language.ts';

/** Shows an answer, or in words why there is none yet: it is on its way, was refused, or failed. */
export function Answered<D>({ of, children }: { readonly of: UseQueryResult<D>; readonly children: (data: D) => ReactNode }) {
  const { t } = useTranslation();
  if (of.data !== undefined && !of.isError) return <div aria-busy={of.isPlaceholderData}>{children(of.data)}</div>;
  if (of.isError) return <Refusal error={of.error} retry={() => void of.refetch()} />;
  return (
    <p className="state" role="status">
      {t('state.loading')}
    </p>
  );
}

/** What the server would not or could not do, in the reader's language, and what to do about it. */
export function Refusal({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const refused = error instanceof Refused ? error : null;
  const words = refused ? (language === 'zh' ? refused.messageZh : refused.message) : error.message;
  return (
    <div className="state refused" role="alert">
      <p>
        <strong>{t(refused?.code === 'NETWORK' ? 'state.failed' : 'state.refused')}</strong> {words}
      </p>
      {refused?.requestId && <p className="quiet">{t('state.requestId', { id: refused.requestId })}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          {t('state.retry')}
        </button>
      )}
    </div>
  );
}

/** Says that nothing is on record, and why that may be. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="state empty">{children}</p>;
}
