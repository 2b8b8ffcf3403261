import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { Why, type Explained } from './explanation.tsx';
import { date, moment } from './format.ts';
import { unitName } from './names.ts';
import '../words/values.ts';

const civilDate = /^\d{4}-\d{2}-\d{2}$/;
const word = /^[\p{L}_]+$/u;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * A value as it stands in a row: days and moments as they are written, states by their names, keys by their
 * ends, derivations by their sentence.
 */
export function RecordedValue({ value, column }: { readonly value: string | null; readonly column?: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (value === null || value === '') return <span className="missing">{t('state.notOnRecord')}</span>;
  if (civilDate.test(value)) return <time dateTime={value}>{date(value, language)}</time>;
  if (instant.test(value)) return <time dateTime={value}>{moment(value, language)}</time>;
  if (uuid.test(value)) return <code title={value}>{`…${value.slice(-12)}`}</code>;
  if (/^[{[]/.test(value)) return <Structured text={value} />;
  if (!word.test(value)) return <span className="recorded">{value}</span>;
  return t(`value.${value}`, { context: column?.replace(/^(?:from|to)_/, ''), defaultValue: unitName(value, t) });
}

/** A value with parts: a derivation answers why when its sentence is pressed; of anything else the text, for whoever opens it. */
function Structured({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const derivation = derivationIn(text);
  if (derivation) {
    return (
      <Why of={derivation} label={t('why.open')}>
        {language === 'zh' ? derivation.sentenceZh : derivation.sentence}
      </Why>
    );
  }
  return (
    <details className="structured">
      <summary>{t('record.structured')}</summary>
      <code>{text}</code>
    </details>
  );
}

/** The derivation that a text holds; null where it holds something else. */
function derivationIn(text: string): Explained | null {
  try {
    const parsed = JSON.parse(text) as Partial<Explained>;
    return Array.isArray(parsed.steps) && Array.isArray(parsed.inputs) && Array.isArray(parsed.source) ? (parsed as Explained) : null;
  } catch {
    return null;
  }
}
