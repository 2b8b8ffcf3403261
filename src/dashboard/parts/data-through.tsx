import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { moment } from './format.ts';

/** Data older than this is said to be old. */
const staleAfterHours = 48;

/** Until when the figures beside it know what was recorded; amber when that is long ago. */
export function DataThrough({ at }: { readonly at: string | null | undefined }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (!at) return <span className="stamp">{t('stamp.nothing')}</span>;
  const stale = Date.now() - new Date(at).getTime() > staleAfterHours * 3_600_000;
  return (
    <span className={stale ? 'stamp stale' : 'stamp'}>
      {t(stale ? 'stamp.stale' : 'stamp.through')} <time dateTime={at}>{moment(at, language)}</time>
    </span>
  );
}
