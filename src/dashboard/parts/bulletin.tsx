import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { DataThrough } from './data-through.tsx';
import { date } from './format.ts';
import { Empty } from './page-state.tsx';
import '../words/bulletin.ts';

interface Bulletin {
  readonly asOf: string;
  readonly dataThrough: string | null;
}

/** A part of the page that shows the latest bulletin: of which day it is, and until when it knows the record; or that there is none. */
export function OfBulletin<B extends Bulletin>(props: {
  readonly title: string;
  readonly of: readonly B[];
  /** What is said where there is none; that none is published unless given. */
  readonly none?: string;
  readonly children: (bulletin: B) => ReactNode;
}) {
  const { title, of, none, children } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [bulletin] = of;
  return (
    <section id="bulletin" tabIndex={-1}>
      <div className="heading">
        <h2>
          {title}
          {bulletin && <span className="quiet"> {t('bulletin.asOf', { date: date(bulletin.asOf, language) })}</span>}
        </h2>
        {bulletin && <DataThrough at={bulletin.dataThrough} />}
      </div>
      {bulletin ? children(bulletin) : <Empty>{none ?? t('bulletin.none')}</Empty>}
    </section>
  );
}

/** A figure of a bulletin; where it is withheld, that and why. */
export function Told({ suppressed, children }: { readonly suppressed: string | null; readonly children: ReactNode }) {
  const { t } = useTranslation();
  if (suppressed === null) return children;
  return (
    <span className="missing">
      {t('bulletin.suppressed')}
      <span className="block">{t(`bulletin.why.${suppressed}`)}</span>
    </span>
  );
}
