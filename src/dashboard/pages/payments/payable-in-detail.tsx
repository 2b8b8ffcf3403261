import { useTranslation } from 'react-i18next';
import { PayableDetailsDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { amount, date } from '../../parts/format.ts';
import { nameOf } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';

/** Who pays whom for which delivery, and what changed the payable, the earliest first, whatever the day asked for. */
export function PayableInDetail({ of }: { readonly of: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(PayableDetailsDocument, { id: of });
  return (
    <Answered of={answer}>
      {({ node }) => {
        if (node?.__typename !== 'Payable') return <Empty>{t('payments.noEntries')}</Empty>;
        const { institution, payee, delivery, entries } = node;
        const facts = [
          [t('payments.institution'), `${institution.name} · ${nameOf(institution.area, language)}`],
          [t('payments.payeeHead'), nameOf(payee, language)],
          [t('payments.delivery'), `${delivery.number} · ${date(delivery.deliveredOn, language)}`],
        ] as const;
        return (
          <>
            <dl>
              {facts.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {entries.nodes.length === 0 ? (
              <Empty>{t('payments.noEntries')}</Empty>
            ) : (
              <ul>
                {entries.nodes.map(({ id, kind, occurredOn, reference, reason, ...entry }) => (
                  <li key={id}>
                    {date(occurredOn, language)} · {t(`entryKind.${kind}`)} · {amount(entry.amount, language).text} {t('unit.yuan')}
                    <span className="quiet block">{[reference, reason].filter(Boolean).join(' · ')}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        );
      }}
    </Answered>
  );
}
