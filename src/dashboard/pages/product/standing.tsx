import { useTranslation } from 'react-i18next';
import type { ProductInAreaQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { Why } from '../../parts/explanation.tsx';
import { unitPrice } from '../../parts/format.ts';
import { perUnit } from '../../parts/names.ts';

type Period = ProductInAreaQuery['paymentStandardPeriods']['nodes'][number];

/** A payment standard with its derivation; said to be missing where none is on record. */
export function Price({ of, label }: { readonly of: Period; readonly label: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <Why of={of.explanation} label={label}>
      {of.amount === null ? (
        <span className="missing">{t('state.notOnRecord')}</span>
      ) : (
        `${unitPrice(of.amount, language)} ${perUnit(of.priceUnit, t)}`
      )}
    </Why>
  );
}

/** On what a standard rests, and how sure the record is of it. */
export function Standing({ of: { basis, confidence } }: { readonly of: Pick<Period, 'basis' | 'confidence'> }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`basis.${basis}`)}
      {(confidence === 'LOW' || confidence === 'SYNTHETIC') && <span className="tag">{t(`confidence.${confidence}`)}</span>}
    </>
  );
}
