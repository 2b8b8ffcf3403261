import { useTranslation } from 'react-i18next';
import { PublishPerformanceDocument } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { useLanguage } from '../../app/language.ts';
import { date } from '../../parts/format.ts';
import { Recording } from '../../parts/recording.tsx';
import '../../words/bulletin.ts';

/** Where an expert publishes a bulletin; nobody else is shown it. */
export function PublishBulletin() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (useSession()?.role !== 'EXPERT') return null;
  return (
    <Recording
      title={t('bulletin.publish')}
      hint={t('bulletin.publishHint')}
      document={PublishPerformanceDocument}
      given={{}}
      asked={[
        { name: 'asOf', label: t('bulletin.day'), kind: 'date' },
        { name: 'reason', label: t('bulletin.reason') },
      ]}
      outcome={({ bulletin }) => bulletin && t('bulletin.published', { date: date(bulletin.asOf, language) })}
    />
  );
}
