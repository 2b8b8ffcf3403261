import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleDocument } from '../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../app/language.ts';
import { Opened } from './opened.tsx';
import { Answered } from './page-state.tsx';
import { Sources } from './sources.tsx';

/** A sum that says, when it or its name is pressed, by which rule its parts are reckoned: what the rule says, document and clause. */
export function ByRule({ rule, label, children }: { readonly rule: string; readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Opened heading={label} title={t('why.open')} content={() => <TheRule id={rule} />}>
      {children}
    </Opened>
  );
}

function TheRule({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <Answered of={useAnswer(RuleDocument, { id })}>
      {({ rule }) =>
        rule && (
          <>
            <h3>{language === 'zh' ? rule.titleZh : rule.title}</h3>
            <p>{language === 'zh' ? rule.statementZh : rule.statement}</p>
            <p className="quiet">{t('why.ofEach')}</p>
            <Sources rule={id} source={rule.source} />
          </>
        )
      }
    </Answered>
  );
}
