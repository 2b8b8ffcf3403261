import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';

/** The way to the next page of a list, and back to its first; the place in the list stands in the address (`after`). */
export function MorePages(props: {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** The id of the part of the page where the list is; the page itself unless given. */
  readonly part?: string;
}) {
  const { pageInfo, part = 'page' } = props;
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const to = (after: string | null) => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (after === null) next.delete('after');
      else next.set('after', after);
      return next;
    });
    const element = document.getElementById(part);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView();
  };
  const isFirst = !params.has('after');
  if (isFirst && !pageInfo.hasNextPage) return null;
  return (
    <nav className="pages" aria-label={t('list.pages')}>
      <button type="button" disabled={isFirst} onClick={() => to(null)}>
        {t('list.first')}
      </button>
      <button type="button" disabled={!pageInfo.hasNextPage} onClick={() => to(pageInfo.endCursor)}>
        {t('list.next')}
      </button>
    </nav>
  );
}
