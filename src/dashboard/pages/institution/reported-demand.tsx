import { useTranslation } from 'react-i18next';
import { DemandRoundsDocument, ReportedDemandDocument, type ReportedDemandQuery } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Choice } from '../../parts/filter-fields.tsx';
import { count, moment } from '../../parts/format.ts';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { ReportDemand } from './report-demand.tsx';

/** What the institution reported as demand: in the round that takes demand now, or in one that it buys under. */
export function ReportedDemand(props: {
  readonly asOf: string;
  readonly round: string | undefined;
  readonly onChoose: (round: string | null) => void;
}) {
  const { asOf, round, onChoose } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const known = useAnswer(DemandRoundsDocument, { asOf }).data;
  const open = known?.open.nodes ?? [];
  const bought = (known?.bought.rows ?? []).flatMap((row) => row.round ?? []);
  const rounds = [...open, ...bought.filter(({ code }) => !open.some((each) => each.code === code))];
  const shown = round ?? rounds[0]?.code ?? '';
  return (
    <>
      <form className="filters" aria-label={t('institution.demandRound')} onSubmit={(event) => event.preventDefault()}>
        <Choice
          name={t('institution.demandRound')}
          value={round}
          all={t('institution.latestRound')}
          options={rounds.map((each) => ({ value: each.code, name: nameOf(each, language) }))}
          onChoose={onChoose}
        />
      </form>
      {shown === '' ? <Empty>{t('institution.noDemandRound')}</Empty> : <DemandOf round={shown} />}
    </>
  );
}

function DemandOf({ round: code }: { readonly round: string }) {
  const { t } = useTranslation();
  const institution = useSession()?.institution ?? null;
  const answer = useAnswer(ReportedDemandDocument, { round: code });
  return (
    <Answered of={answer}>
      {({ round }) => {
        const rows = (round?.lots.nodes ?? []).flatMap((lot) => lot.demandReports.nodes.map((report) => ({ lot, report })));
        if (!round) return <Empty>{t('institution.noDemand')}</Empty>;
        return (
          <>
            <p className="quiet">{t('institution.demandStatus', { status: t(`roundStatus.${round.status}`) })}</p>
            {rows.length === 0 && <Empty>{t('institution.noDemand')}</Empty>}
            {rows.length > 0 && <DemandTable rows={rows} />}
            {institution !== null && round.status === 'DEMAND_REPORTING' && <ReportDemand round={round} institution={institution} />}
          </>
        );
      }}
    </Answered>
  );
}

type Lot = NonNullable<ReportedDemandQuery['round']>['lots']['nodes'][number];

function DemandTable({
  rows,
}: {
  readonly rows: readonly { readonly lot: Lot; readonly report: Lot['demandReports']['nodes'][number] }[];
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <SortableTable
      caption={t('institution.demandCaption')}
      rows={rows}
      rowKey={({ report }) => report.id}
      columns={[
        { key: 'lot', head: t('institution.lot'), by: ({ lot }) => lot.code, cell: ({ lot }) => nameOf(lot, language) },
        {
          key: 'product',
          head: t('enterprise.product'),
          cell: ({ report: { product, confidence } }) => (
            <span>
              {product ? productName(product, language) : t('institution.byGenericName')}
              {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
            </span>
          ),
        },
        {
          key: 'quantity',
          head: t('institution.demand'),
          numeric: true,
          by: ({ report }) => report.quantity,
          cell: ({ report, lot }) => `${count(report.quantity, language)} ${unitsName(lot.countingUnit, t)}`,
        },
        {
          key: 'recorded',
          head: t('institution.recordedAt'),
          short: true,
          by: ({ report }) => report.recordedAt,
          cell: ({ report }) => moment(report.recordedAt, language),
        },
      ]}
    />
  );
}
