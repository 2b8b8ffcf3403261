import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AgreementToActOnDocument,
  AppointDistributorDocument,
  EndDistributorAppointmentDocument,
  ListProductDocument,
  type AgreementToActOnQuery,
} from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { today } from '../../parts/format.ts';
import { nameOf, perUnit, productName } from '../../parts/names.ts';
import { Recording } from '../../parts/recording.tsx';
import { RowAct } from '../../parts/row-acts.tsx';
import { RowFacts, RowInDetail, type Row } from '../../parts/row-in-detail.tsx';
import { useDistributorSuggestions } from '../../parts/use-suggestions.ts';
import { DeliverUnderAct } from './deliver.tsx';
import './act-words.ts';
import './order-words.ts';

type Agreement = Row<AgreementToActOnQuery['node'] & object>;

interface Form {
  readonly id: string;
  readonly onDone: (words: string) => void;
}

/** What of an agreement's row says which acts it has. */
interface Shown {
  readonly id: string;
  readonly number: string;
  readonly distributor: unknown;
  readonly progress: { readonly orderedQuantity: number };
}

/** What a winning enterprise does about one of its agreements: what came, who delivers there, and at what it is listed. */
export function AgreementActs({ agreement }: { readonly agreement: Shown }) {
  const { id, number, distributor, progress } = agreement;
  const { t } = useTranslation();
  return (
    <span className="acts">
      {progress.orderedQuantity > 0 && <DeliverUnderAct agreement={agreement} />}
      <RowAct name={t('supplying.appoint')} of={number} form={(onDone) => <Appoint id={id} onDone={onDone} />} />
      {distributor !== null && <RowAct name={t('supplying.end')} of={number} form={(onDone) => <End id={id} onDone={onDone} />} />}
      <RowAct name={t('supplying.list')} of={number} form={(onDone) => <List id={id} onDone={onDone} />} />
    </span>
  );
}

/** How the acts name what was selected. */
const selectedOf = ({ selectedProduct, product }: Agreement) => ({
  roundCode: selectedProduct.round.code,
  lotCode: selectedProduct.lot.code,
  productCode: product.code,
});

function OnAgreement({ id, children }: { readonly id: string; readonly children: (agreement: Agreement) => ReactNode }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <RowInDetail document={AgreementToActOnDocument} variables={{ id }}>
      {(agreement) => (
        <>
          <RowFacts
            facts={[
              [t('enterprise.product'), productName(agreement.product, language)],
              [t('supplying.round'), nameOf(agreement.selectedProduct.round, language)],
              [t('enterprise.area'), nameOf(agreement.institution.area, language)],
              [t('orders.distributor'), agreement.distributor ? nameOf(agreement.distributor, language) : t('enterprise.noDistributor')],
            ]}
          />
          {children(agreement)}
        </>
      )}
    </RowInDetail>
  );
}

function Appoint({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const suggestions = useDistributorSuggestions();
  return (
    <OnAgreement id={id}>
      {(agreement) => (
        <Recording
          title={t('supplying.appoint')}
          isHeaded
          document={AppointDistributorDocument}
          given={{ ...selectedOf(agreement), areaCode: agreement.institution.area.code }}
          hint={t('supplying.appointHint')}
          asked={[
            { name: 'distributorCode', label: t('supplying.distributorCode'), hint: t('supplying.search'), suggestions },
            { name: 'effectiveFrom', label: t('supplying.from'), kind: 'date', initial: today() },
            {
              name: 'payee',
              label: t('supplying.payee'),
              choices: (['ENTERPRISE', 'DISTRIBUTOR'] as const).map((value) => ({ value, name: t(`supplying.paid.${value}`) })),
              initial: 'ENTERPRISE',
            },
            { name: 'reason', label: t('supplying.reason'), optional: true },
          ]}
          onDone={() => onDone(t('supplying.appointed', { area: nameOf(agreement.institution.area, language) }))}
        />
      )}
    </OnAgreement>
  );
}

function End({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <OnAgreement id={id}>
      {(agreement) => (
        <Recording
          title={t('supplying.end')}
          isHeaded
          document={EndDistributorAppointmentDocument}
          given={{
            ...selectedOf(agreement),
            areaCode: agreement.institution.area.code,
            distributorCode: agreement.distributor?.code ?? '',
          }}
          asked={[
            { name: 'effectiveTo', label: t('supplying.to'), kind: 'date', initial: today(), hint: t('supplying.toHint') },
            { name: 'reason', label: t('supplying.reason') },
          ]}
          onDone={() => onDone(t('supplying.ended', { area: nameOf(agreement.institution.area, language) }))}
        />
      )}
    </OnAgreement>
  );
}

function List({ id, onDone }: Form) {
  const { t } = useTranslation();
  return (
    <OnAgreement id={id}>
      {(agreement) => {
        const { area } = agreement.institution;
        return (
          <Recording
            title={t('supplying.list')}
            isHeaded
            document={ListProductDocument}
            given={{
              lotCode: agreement.selectedProduct.lot.code,
              productCode: agreement.product.code,
              areaCode: area.parent?.code ?? area.code,
              priceUnit: agreement.priceUnit,
            }}
            hint={t('supplying.listHint')}
            asked={[
              {
                name: 'price',
                label: t('supplying.price', { unit: perUnit(agreement.priceUnit, t) }),
                kind: 'decimal',
                initial: agreement.unitPrice,
              },
              { name: 'effectiveFrom', label: t('supplying.listedFrom'), kind: 'date', initial: today() },
              { name: 'reason', label: t('supplying.reason'), optional: true },
            ]}
            onDone={() => onDone(t('supplying.listed', { number: agreement.number }))}
          />
        );
      }}
    </OnAgreement>
  );
}
