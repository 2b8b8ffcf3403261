import { useTranslation } from 'react-i18next';
import { OwnPrepaymentDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { Why } from '../../parts/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { amount, date, ratio } from '../../parts/format.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';

/** What the fund prepaid for an agreement year, and whether that is enough. */
export function OwnPrepayment({ institution, year, asOf }: { readonly institution: string; readonly year: string; readonly asOf: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(OwnPrepaymentDocument, { institution, year: Number(year), asOf });
  return (
    <Answered of={answer}>
      {({ prepayment }) => {
        if (!prepayment) return <Empty>{t('institution.noPrepayment', { year })}</Empty>;
        const yuan = (value: string) => amount(value, language).text;
        const unit = t('unit.yuan');
        const minimum = t('institution.minimum', { ratio: ratio(prepayment.minimumRatio, language) });
        return (
          <>
            <h3>{t('institution.prepayment', { year })}</h3>
            <dl className="figures amounts">
              <Figure
                name={t('institution.prepaid')}
                value={yuan(prepayment.paidAmount)}
                unit={unit}
                note={t(`prepaymentStatus.${prepayment.status}`)}
              />
              <Figure
                name={minimum}
                value={
                  <Why of={prepayment.explanation} label={minimum}>
                    {yuan(prepayment.requiredMinimum)}
                  </Why>
                }
                unit={unit}
                note={t('institution.ofAgreed', { amount: yuan(prepayment.agreedAmount) })}
              />
              <Figure name={t('institution.missing')} value={yuan(prepayment.missingAmount)} unit={unit} />
              <Figure
                name={t('institution.balance')}
                value={yuan(prepayment.balance)}
                unit={unit}
                note={t('institution.offset', { amount: yuan(prepayment.offsetAmount) })}
              />
            </dl>
            <p className="quiet">{t('enterprise.until', { date: date(asOf, language) })}</p>
          </>
        );
      }}
    </Answered>
  );
}
