import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { factName, unitOf } from './names.ts';
import { Opened } from './opened.tsx';
import { Sources } from './sources.tsx';
import '../words/facts.ts';

/** The derivation of a figure, as the API gives it; a page asks for as much of it as it shows. */
export interface Explained {
  readonly rule: string;
  readonly sentence: string;
  readonly sentenceZh: string;
  readonly source: readonly { readonly document: string; readonly clause: string | null }[];
  readonly inputs: readonly { readonly name: string; readonly value: string; readonly unit: string | null }[];
  readonly steps: readonly { readonly text: string; readonly textZh: string; readonly value: string; readonly unit: string | null }[];
}

/** A figure that answers why when it is pressed: its rule, document and clause, what went in, and each step. */
export function Why({ of, label, children }: { readonly of: Explained; readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Opened heading={label} title={t('why.open')} content={() => <Derivation of={of} />}>
      {children}
    </Opened>
  );
}

/** A derivation by itself, where it is opened by something else than its figure. */
export function Derivation({ of }: { readonly of: Explained }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <>
      <p>{language === 'zh' ? of.sentenceZh : of.sentence}</p>
      {of.inputs.length > 0 && (
        <>
          <h3>{t('why.inputs')}</h3>
          <dl>
            {of.inputs.map(({ name, value, unit }) => (
              <div key={name}>
                <dt>{factName(name, t)}</dt>
                <dd>
                  {value} {unitOf(unit, t)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {of.steps.length > 0 && (
        <>
          <h3>{t('why.steps')}</h3>
          <ol>
            {of.steps.map((step) => (
              <li key={step.text}>
                {language === 'zh' ? step.textZh : step.text} <strong>{step.value}</strong> {unitOf(step.unit, t)}
              </li>
            ))}
          </ol>
        </>
      )}
      <Sources rule={of.rule} source={of.source} />
    </>
  );
}
