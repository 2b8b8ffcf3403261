import { useTranslation } from 'react-i18next';

/** The documents and clauses of a rule, and its name. */
export function Sources(props: {
  readonly rule: string;
  readonly source: readonly { readonly document: string; readonly clause: string | null }[];
}) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('why.source')}</h3>
      <ul>
        {props.source.map(({ document, clause }) => (
          <li key={`${document} ${clause}`}>
            {document}
            {clause && ` · ${clause}`}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('why.rule')} <code>{props.rule}</code>
      </p>
    </>
  );
}
