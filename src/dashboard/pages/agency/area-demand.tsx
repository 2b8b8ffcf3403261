import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AreaDemandDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { count } from '../../parts/format.ts';
import { nameOf, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';

/** What the area's institutions reported, as far as it is told: where few stand behind a figure, it is withheld. */
export function AreaDemand({ area }: { readonly area: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(AreaDemandDocument, { filter: { areaCode: { eq: area } } });
  const withheld = <span className="missing">{t('agency.withheld')}</span>;
  return (
    <Answered of={answer}>
      {({ demandStatistics: { rows } }) =>
        rows.length > 0 ? (
          <SortableTable
            caption={t('agency.demandCaption')}
            rows={rows}
            rowKey={({ round, lot }) => `${round?.code} ${lot?.code}`}
            columns={[
              {
                key: 'round',
                head: t('agency.round'),
                by: ({ round }) => round?.code ?? null,
                cell: ({ round }) => round && <Link href={`/rounds/${encodeURIComponent(round.code)}`}>{nameOf(round, language)}</Link>,
              },
              {
                key: 'lot',
                head: t('agency.lot'),
                by: ({ lot }) => lot?.code ?? null,
                cell: ({ lot, containsSynthetic }) => (
                  <span>
                    {lot && nameOf(lot, language)}
                    {containsSynthetic && <span className="tag">{t('state.synthetic')}</span>}
                  </span>
                ),
              },
              {
                key: 'quantity',
                head: t('agency.reported'),
                numeric: true,
                by: ({ reportedQuantity }) => reportedQuantity,
                cell: ({ reportedQuantity, lot, isComplete }) =>
                  reportedQuantity === null ? (
                    withheld
                  ) : (
                    <span>
                      {count(reportedQuantity, language)} {lot && unitsName(lot.countingUnit, t)}
                      {!isComplete && <span className="quiet block">{t('agency.partlyWithheld')}</span>}
                    </span>
                  ),
              },
              {
                key: 'institutions',
                head: t('agency.reporting'),
                numeric: true,
                by: ({ institutionCount }) => institutionCount,
                cell: ({ institutionCount }) => (institutionCount === null ? withheld : count(institutionCount, language)),
              },
            ]}
          />
        ) : (
          <Empty>{t('agency.noDemand')}</Empty>
        )
      }
    </Answered>
  );
}
