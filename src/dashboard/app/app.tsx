import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { useLive } from '../api/live.ts';
import { answers } from '../api/use-answer.ts';
import { Empty } from '../parts/page-state.tsx';
import { Masthead } from './masthead.tsx';
import { pages } from './pages.ts';
import { useArrival } from './use-arrival.ts';

/** The masthead and, below it, the page of the address. */
export function App() {
  const { t } = useTranslation();
  useLive();
  useArrival();
  return (
    <QueryClientProvider client={answers}>
      <a className="skip" href="#page">
        {t('app.skip')}
      </a>
      <Masthead />
      <main id="page" tabIndex={-1}>
        <Suspense fallback={<p className="state">{t('state.loading')}</p>}>
          <Switch>
            {pages.map(({ path, component }) => (
              <Route key={path} path={path} component={component} />
            ))}
            <Route>
              <h1>{t('app.noPage')}</h1>
              <Empty>{t('app.noPageAdvice')}</Empty>
            </Route>
          </Switch>
        </Suspense>
      </main>
      <footer>
        <p>{t('app.footer')}</p>
        <p>
          <a href="/explorer">{t('app.explorer')}</a>
        </p>
      </footer>
    </QueryClientProvider>
  );
}
