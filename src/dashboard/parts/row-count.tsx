import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { count } from './format.ts';

/** How many rows a list has, of which a page shows some. */
export function RowCount({ of }: { readonly of: { readonly totalCount: number; readonly totalIsExact: boolean } }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return <p className="quiet">{t(of.totalIsExact ? 'list.rows' : 'list.moreRows', { rows: count(of.totalCount, language) })}</p>;
}
