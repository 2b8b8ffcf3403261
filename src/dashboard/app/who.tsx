import { useTranslation } from 'react-i18next';
import type { Session } from '../api/session.ts';
import { useName } from '../parts/use-name.ts';

/** As whom the reader is signed in: the role, and the enterprise, institution or area by its name. */
export function Who({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const kind = session.enterprise ? 'enterprise' : session.institution ? 'institution' : 'area';
  const name = useName(kind, session.enterprise ?? session.institution ?? session.area ?? undefined);
  return (
    <span className="who">
      {t(`role.${session.role}`)} {name}
    </span>
  );
}
