import { useTranslation } from 'react-i18next';
import { AssessmentsDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { date, percent } from '../../parts/format.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { RowCount } from '../../parts/row-count.tsx';

const shownAtOnce = 50;

/** How institutions were assessed, and what that lets them retain: those that the caller may see, the latest first. */
export function Assessments() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(AssessmentsDocument, { first: shownAtOnce });
  return (
    <Answered of={answer}>
      {({ retentionAssessments: rows }) =>
        rows.nodes.length > 0 ? (
          <>
            <RowCount of={rows} />
            <SortableTable
              caption={t('agency.assessmentsCaption')}
              rows={rows.nodes}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'institution',
                  head: t('agency.institution'),
                  by: ({ institution }) => institution.name,
                  cell: ({ institution, confidence, reason }) => (
                    <span>
                      {institution.name}
                      {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
                      {reason && <span className="quiet block">{t('agency.corrected', { reason })}</span>}
                    </span>
                  ),
                },
                {
                  key: 'year',
                  head: t('agency.year'),
                  numeric: true,
                  by: ({ agreementYear }) => agreementYear,
                  cell: ({ agreementYear }) => String(agreementYear),
                },
                {
                  key: 'on',
                  head: t('agency.assessedOn'),
                  short: true,
                  by: ({ assessedOn }) => assessedOn,
                  cell: ({ assessedOn }) => date(assessedOn, language),
                },
                {
                  key: 'indicators',
                  head: t('agency.indicators'),
                  cell: ({ indicators }) => (
                    <span className="quiet">
                      {indicators
                        .map(({ name, points, maximumPoints }) => t('agency.indicator', { name, points, maximumPoints }))
                        .join(t('list.separator'))}
                    </span>
                  ),
                },
                {
                  key: 'score',
                  head: t('agency.score'),
                  numeric: true,
                  by: ({ score }) => Number(score),
                  cell: ({ score, grade, explanation, institution }) => (
                    <Why of={explanation} label={`${t('agency.score')} · ${institution.name}`}>
                      {t('agency.scoreAndGrade', { score, grade: t(`retentionGrade.${grade}`) })}
                    </Why>
                  ),
                },
                {
                  key: 'ratio',
                  head: t('agency.atMost'),
                  numeric: true,
                  by: ({ ratioPercent }) => Number(ratioPercent),
                  cell: ({ ratioPercent }) => percent(ratioPercent, language),
                },
              ]}
            />
          </>
        ) : (
          <Empty>{t('agency.noAssessments')}</Empty>
        )
      }
    </Answered>
  );
}
