import { useTranslation } from 'react-i18next';
import {
  ClosePrepaymentDocument,
  OffsetPrepaymentDocument,
  RecordPrepaymentDocument,
  SetPrepaymentRatioDocument,
  TopUpPrepaymentDocument,
  type PrepaymentShortagesQuery,
} from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { amount, today } from '../../parts/format.ts';
import { nameOf } from '../../parts/names.ts';
import { Recording, type Asked } from '../../parts/recording.tsx';
import { RowAct } from '../../parts/row-acts.tsx';
import { RowFacts } from '../../parts/row-in-detail.tsx';
import { useInstitutionSuggestions } from '../../parts/use-suggestions.ts';
import './act-words.ts';

type Short = PrepaymentShortagesQuery['prepaymentMonitor']['institutions'][number];

/** What an agency does about one institution below the minimum: it prepays, for the first time or in addition. */
export function PrepayAct({ of, year }: { readonly of: Short; readonly year: number }) {
  const { t } = useTranslation();
  if (of.status === 'CLOSED') return null;
  const name = t(of.status === 'NONE' ? 'prepaying.prepay' : 'prepaying.topUp');
  return <RowAct name={name} of={of.institution.name} form={(onDone) => <Prepay of={of} year={year} title={name} onDone={onDone} />} />;
}

function Prepay(props: { readonly of: Short; readonly year: number; readonly title: string; readonly onDone: (words: string) => void }) {
  const { of, year, title, onDone } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { amountOf, ...common } = useAsked();
  const yuan = (value: string) => amount(value, language).text;
  return (
    <>
      <RowFacts
        facts={[
          [t('agency.area'), nameOf(of.area, language)],
          [t('agency.year'), String(year)],
          [t('agency.agreedYuan'), yuan(of.agreedAmount)],
          [t('agency.minimumYuan'), yuan(of.requiredMinimum)],
          [t('agency.paidYuan'), yuan(of.paidAmount)],
          [t('agency.missingYuan'), yuan(of.missingAmount)],
        ]}
      />
      <Recording
        title={title}
        isHeaded
        document={of.status === 'NONE' ? RecordPrepaymentDocument : TopUpPrepaymentDocument}
        given={{ payeeCode: of.institution.code, agreementYear: year }}
        asked={[amountOf(of.missingAmount), common.reference, common.on]}
        onDone={({ movement }) => onDone(t('prepaying.prepaid', { name: of.institution.name, amount: yuan(movement?.amount ?? '0') }))}
      />
    </>
  );
}

/** What an agency does about any prepayment of its area, and how much it prepays at least. */
export function PrepaymentActs({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { amountOf, institution, ...common } = useAsked();
  const agreementYear: Asked = { name: 'agreementYear', label: t('agency.year'), kind: 'integer', initial: String(year) };
  const rest = (['RETURN', 'CARRY_OVER'] as const).map((value) => ({ value, name: t(`prepaying.rest.${value}`) }));
  const movement = [common.reference, common.on];
  return (
    <>
      <h3>{t('prepaying.others')}</h3>
      <details>
        <summary>{t('prepaying.topUp')}</summary>
        <Recording
          title={t('prepaying.topUp')}
          isHeaded
          document={TopUpPrepaymentDocument}
          given={{}}
          asked={[institution('payeeCode'), agreementYear, amountOf(), ...movement]}
        />
      </details>
      <details>
        <summary>{t('prepaying.offset')}</summary>
        <Recording
          title={t('prepaying.offset')}
          isHeaded
          document={OffsetPrepaymentDocument}
          given={{}}
          hint={t('prepaying.offsetHint')}
          asked={[institution('institutionCode'), agreementYear, ...movement]}
        />
      </details>
      <details>
        <summary>{t('prepaying.close')}</summary>
        <Recording
          title={t('prepaying.close')}
          isHeaded
          document={ClosePrepaymentDocument}
          given={{}}
          hint={t('prepaying.closeHint')}
          asked={[
            institution('institutionCode'),
            agreementYear,
            { name: 'rest', label: t('prepaying.restUse'), choices: rest },
            ...movement,
          ]}
        />
      </details>
      <details>
        <summary>{t('prepaying.setRatio')}</summary>
        <Recording
          title={t('prepaying.setRatio')}
          isHeaded
          document={SetPrepaymentRatioDocument}
          given={{}}
          asked={[
            { name: 'effectiveFrom', label: t('prepaying.from'), kind: 'date' },
            { name: 'ratioPercent', label: t('prepaying.ratio'), kind: 'decimal', hint: t('prepaying.ratioHint') },
            { name: 'source', label: t('prepaying.source') },
          ]}
        />
      </details>
    </>
  );
}

/** The fields of a movement of a prepayment. */
function useAsked() {
  const { t } = useTranslation();
  const suggestions = useInstitutionSuggestions();
  return {
    institution: (name: string): Asked => ({ name, label: t('prepaying.institution'), hint: t('prepaying.search'), suggestions }),
    amountOf: (initial?: string): Asked => ({ name: 'amount', label: t('prepaying.amount'), kind: 'decimal', ...(initial && { initial }) }),
    reference: { name: 'reference', label: t('prepaying.reference') } satisfies Asked,
    on: { name: 'on', label: t('prepaying.on'), kind: 'date', optional: true, initial: today() } satisfies Asked,
  };
}
