import { useTranslation } from 'react-i18next';
import type { FileKind } from '../../api/give-file.ts';
import { csvOf, saveFile } from '../../api/save-file.ts';
import { useLanguage } from '../../app/language.ts';

/** What may be given, with its columns, and an empty file of each to fill in. */
export function Kinds({ kinds }: { readonly kinds: readonly FileKind[] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const titleOf = ({ title, titleZh }: FileKind) => (language === 'zh' ? titleZh : title);
  return (
    <section>
      <h2>{t('files.kinds')}</h2>
      <p className="lead">{t('files.kindsLead')}</p>
      {kinds.map((kind) => (
        <details key={kind.kind}>
          <summary>{titleOf(kind)}</summary>
          <ul className="columns">
            {kind.columns.map(({ name, nameZh, required }) => (
              <li key={name}>
                {nameZh} <code>{name}</code> {required && <span className="tag">{t('files.required')}</span>}
              </li>
            ))}
          </ul>
          <button
            type="button"
            onClick={() =>
              saveFile(csvOf([kind.columns.map(({ name, nameZh }) => (language === 'zh' ? nameZh : name))]), `${titleOf(kind)}.csv`)
            }
          >
            {t('files.template', { kind: titleOf(kind) })}
          </button>
        </details>
      ))}
    </section>
  );
}
