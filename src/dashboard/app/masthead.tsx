import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { signIn, useSession } from '../api/session.ts';
import { useLanguage } from './language.ts';
import { pages } from './pages.ts';
import { useTheme, type Theme } from './theme.ts';
import { useSignInAddress } from './way-back.ts';
import { Who } from './who.tsx';

/** Where one is, where one may go, in which language and light, and as whom. */
export function Masthead() {
  const { t } = useTranslation();
  const session = useSession();
  const [location] = useLocation();
  const signInAddress = useSignInAddress();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  const menu = pages.filter(({ name, roles }) => name && (!roles || (session && roles.includes(session.role))));
  return (
    <header>
      <Link href="/" className="brand">
        Accord <span>{t('app.subject')}</span>
      </Link>
      <nav aria-label={t('app.menu')}>
        {menu.map(({ path, name }) => (
          <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
            {t(name!)}
          </Link>
        ))}
      </nav>
      <div className="choices">
        <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
        <label>
          <span className="unseen">{t('theme.choose')}</span>
          <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
            <option value="system">{t('theme.system')}</option>
            <option value="light">{t('theme.light')}</option>
            <option value="dark">{t('theme.dark')}</option>
          </select>
        </label>
        {session ? (
          <>
            <Who session={session} />
            <button type="button" onClick={() => signIn(null)}>
              {t('signIn.out')}
            </button>
          </>
        ) : (
          <Link href={signInAddress} className="button">
            {t('signIn.in')}
          </Link>
        )}
      </div>
    </header>
  );
}
