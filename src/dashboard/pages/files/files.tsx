import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fileKinds } from '../../api/give-file.ts';
import { useSession, type Role } from '../../api/session.ts';
import { ForRoles } from '../../parts/for-roles.tsx';
import { Answered } from '../../parts/page-state.tsx';
import { GiveFile } from './give-file.tsx';
import { Kinds } from './kinds.tsx';
import './words.ts';

const roles: readonly Role[] = ['EXPERT', 'INSTITUTION', 'ENTERPRISE'];

/** Records what a spreadsheet holds: all of it or nothing. */
export default function Files() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('page.files')}</h1>
      <p className="lead">{t('files.lead')}</p>
      <ForRoles roles={roles}>
        <OfSession />
      </ForRoles>
    </>
  );
}

function OfSession() {
  const caller = useSession()?.token ?? null;
  const kinds = useQuery({ queryKey: ['files', caller], queryFn: ({ signal }) => fileKinds(signal) });
  return (
    <Answered of={kinds}>
      {(known) => (
        <>
          <GiveFile kinds={known} />
          <Kinds kinds={known} />
        </>
      )}
    </Answered>
  );
}
