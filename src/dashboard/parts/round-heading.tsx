import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSession } from '../api/session.ts';
import { useLanguage } from '../app/language.ts';
import { nameOf } from './names.ts';

/** The pages of one round, and who works with them. */
const around = ['round', 'bids', 'steps'] as const;
type Around = (typeof around)[number];
const paths = { round: '', bids: '/bids', steps: '/steps' } as const;

/** The way between the pages of a round; its steps are for those who take or check them. */
export function RoundPages({ code, page }: { readonly code: string; readonly page: Around }) {
  const { t } = useTranslation();
  const role = useSession()?.role ?? '';
  const shown = around.filter((each) => each !== 'steps' || ['EXPERT', 'APPROVER', 'AUDITOR'].includes(role));
  return (
    <nav className="around" aria-label={t('roundPages.menu')}>
      {shown.map((each) => (
        <Link key={each} href={`/rounds/${encodeURIComponent(code)}${paths[each]}`} aria-current={each === page ? 'page' : undefined}>
          {t(`roundPages.${each}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Which round a page is about, and where that stands. */
export function RoundHeading(props: {
  readonly round: { readonly code: string; readonly name: string; readonly nameEn: string | null; readonly status: string };
  readonly page: Around;
}) {
  const { round, page } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <>
      <p className="eyebrow">
        {t(`roundStatus.${round.status}`)} · <code>{round.code}</code>
      </p>
      <h1>
        {t(`roundPages.${page}`)} <span className="quiet">{nameOf(round, language)}</span>
      </h1>
      <RoundPages code={round.code} page={page} />
    </>
  );
}
