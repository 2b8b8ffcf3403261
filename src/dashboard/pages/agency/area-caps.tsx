import { useTranslation } from 'react-i18next';
import { AreaCapsDocument, AreaScheduleDocument, AreaWithParentDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { date, today, unitPrice } from '../../parts/format.ts';
import { LinkToPart } from '../../parts/link-to-part.tsx';
import { nameOf, perUnit, productName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { StepChart } from '../../parts/step-chart.tsx';
import type { Filters } from '../../parts/use-filters.ts';
import type { AgencyFilter } from './question.ts';

const shownAtOnce = 100;

/** What the area, or the province above it, set for products that were not selected, with each step down. */
export function AreaCaps(props: {
  readonly area: string | undefined;
  readonly product: string | undefined;
  readonly filters: Filters<AgencyFilter>;
}) {
  const { area = '', product, filters } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const place = useAnswer(AreaWithParentDocument, { code: area }, area !== '').data?.area;
  const areas = area === '' ? null : [area, ...(place?.parent ? [place.parent.code] : [])];
  const answer = useAnswer(AreaCapsDocument, {
    first: shownAtOnce,
    filter: { basis: { in: ['LOCAL_CAP', 'NON_SELECTED_DRUG'] }, knownOn: today(), ...(areas && { areaCode: { in: areas } }) },
  });
  return (
    <>
      {product && area !== '' && <Schedule area={area} product={product} />}
      <Answered of={answer}>
        {({ paymentStandardPeriods: { nodes } }) =>
          nodes.length > 0 ? (
            <SortableTable
              caption={t('agency.capsCaption')}
              rows={nodes}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'product',
                  head: t('agency.product'),
                  by: (each) => productName(each.product, language),
                  cell: (each) => (
                    <span>
                      <LinkToPart address={filters.address({ product: each.product.code, area: each.area.code })} part="caps">
                        {productName(each.product, language)}
                      </LinkToPart>
                      {each.confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
                      <span className="quiet block">{nameOf(each.product.enterprise, language)}</span>
                    </span>
                  ),
                },
                {
                  key: 'area',
                  head: t('agency.setBy'),
                  by: (each) => each.area.code,
                  cell: (each) => nameOf(each.area, language),
                },
                { key: 'basis', head: t('agency.basis'), by: ({ basis }) => basis, cell: ({ basis }) => t(`standardBasis.${basis}`) },
                {
                  key: 'from',
                  head: t('agency.validFrom'),
                  by: ({ validFrom }) => validFrom,
                  cell: ({ validFrom, validTo }) =>
                    validTo
                      ? t('agency.fromTo', { from: date(validFrom, language), to: date(validTo, language) })
                      : t('agency.fromOn', { from: date(validFrom, language) }),
                },
                {
                  key: 'amount',
                  head: t('agency.standard'),
                  numeric: true,
                  by: (each) => (each.amount === null ? null : Number(each.amount)),
                  cell: (each) => (
                    <Why of={each.explanation} label={productName(each.product, language)}>
                      {each.amount === null ? t('state.notOnRecord') : `${unitPrice(each.amount, language)} ${perUnit(each.priceUnit, t)}`}
                    </Why>
                  ),
                },
              ]}
            />
          ) : (
            <Empty>{t('agency.noCaps')}</Empty>
          )
        }
      </Answered>
    </>
  );
}

/** How one standard comes down to its target, past and future. */
function Schedule(variables: { readonly area: string; readonly product: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(AreaScheduleDocument, variables);
  return (
    <Answered of={answer}>
      {({ convergenceSchedule: schedule, product }) => {
        if (!schedule || !product) return <Empty>{t('agency.noSchedule')}</Empty>;
        const unit = perUnit(schedule.priceUnit, t);
        const name = productName(product, language);
        return (
          <>
            <StepChart
              title={t('agency.scheduleOf', { product: name, area: nameOf(schedule.area, language) })}
              unit={unit}
              until={schedule.deadline}
              series={[
                {
                  name: t('agency.standard'),
                  tone: 'main',
                  steps: [
                    { from: schedule.startsOn, amount: schedule.startAmount },
                    ...schedule.steps.map((step) => ({ from: step.effectiveFrom, amount: step.amount })),
                  ],
                },
                { name: t('agency.target'), tone: 'limit', steps: [{ from: schedule.startsOn, amount: schedule.targetAmount }] },
              ]}
            />
            <dl className="figures">
              <Figure
                name={t('agency.target')}
                value={
                  <Why of={schedule.explanation} label={name}>
                    {unitPrice(schedule.targetAmount, language)}
                  </Why>
                }
                unit={unit}
              />
              <Figure name={t('agency.deadline')} value={date(schedule.deadline, language)} note={t(`convergenceMode.${schedule.mode}`)} />
              <Figure
                name={t('agency.first')}
                value={unitPrice(schedule.startAmount, language)}
                unit={unit}
                note={t('agency.fromOn', { from: date(schedule.startsOn, language) })}
              />
            </dl>
            <p className="quiet">{t('agency.source', { source: schedule.source })}</p>
          </>
        );
      }}
    </Answered>
  );
}
