import { useTranslation } from 'react-i18next';
import { WhoDocument } from '../../../schema/dashboard/graphql.ts';
import type { Session } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { nameOf } from '../parts/names.ts';
import { useLanguage } from './language.ts';

/** As whom the reader is signed in: the role, and the enterprise, institution or area by its name. */
export function Who({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const code = session.enterprise ?? session.institution ?? session.area;
  const { data } = useAnswer(WhoDocument, { code: code ?? '' }, code !== null);
  const named = session.enterprise ? data?.enterprise : session.institution ? data?.institution : data?.area;
  return (
    <span className="who">
      {t(`role.${session.role}`)} {named ? nameOf(named, language) : code}
    </span>
  );
}
