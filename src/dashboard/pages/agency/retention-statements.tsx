import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { RetentionStatementsDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { amount, date, percent } from '../../parts/format.ts';
import { nameOf } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { RowCount } from '../../parts/row-count.tsx';

const shownAtOnce = 50;

/** What institutions retain of what they saved the fund: those that the caller may see, the latest first. */
export function RetentionStatements() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(RetentionStatementsDocument, { first: shownAtOnce });
  return (
    <Answered of={answer}>
      {({ retentionStatements: rows }) => {
        const { nodes } = rows;
        if (nodes.length === 0) return <Empty>{t('agency.noStatements')}</Empty>;
        type Statement = (typeof nodes)[number];
        const yuan = (key: string, of: (statement: Statement) => string) => ({
          key,
          head: t(`agency.${key}Yuan`),
          numeric: true,
          by: (statement: Statement) => Number(of(statement)),
          cell: (statement: Statement) => amount(of(statement), language).text,
        });
        return (
          <>
            <RowCount of={rows} />
            <SortableTable
              caption={t('agency.statementsCaption')}
              rows={nodes}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'institution',
                  head: t('agency.institution'),
                  by: ({ institution }) => institution.name,
                  cell: ({ institution, confidence, round, agreementYear }) => (
                    <span>
                      {institution.name}
                      {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
                      <span className="block">
                        <Link href={`/rounds/${encodeURIComponent(round.code)}`}>{nameOf(round, language)}</Link> {agreementYear}
                      </span>
                    </span>
                  ),
                },
                {
                  key: 'on',
                  head: t('agency.statedOn'),
                  short: true,
                  by: ({ statedOn }) => statedOn,
                  cell: ({ statedOn }) => date(statedOn, language),
                },
                yuan('budget', ({ budgetAmount }) => budgetAmount),
                yuan('spend', ({ spendAmount }) => spendAmount),
                yuan('surplus', ({ surplusAmount }) => surplusAmount),
                {
                  key: 'ratio',
                  head: t('agency.ratio'),
                  numeric: true,
                  by: ({ ratioPercent }) => Number(ratioPercent),
                  cell: ({ ratioPercent, grade }) => (
                    <span>
                      {percent(ratioPercent, language)}
                      <span className="quiet block">{t('agency.grade', { grade: t(`retentionGrade.${grade}`) })}</span>
                    </span>
                  ),
                },
                {
                  key: 'retained',
                  head: t('agency.retainedYuan'),
                  numeric: true,
                  by: ({ retainedAmount }) => Number(retainedAmount),
                  cell: ({ retainedAmount, explanation, institution }) => (
                    <Why of={explanation} label={`${t('agency.retained')} · ${institution.name}`}>
                      {amount(retainedAmount, language).text}
                    </Why>
                  ),
                },
              ]}
            />
          </>
        );
      }}
    </Answered>
  );
}
