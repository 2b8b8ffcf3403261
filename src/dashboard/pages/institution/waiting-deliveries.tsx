import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WaitingDeliveriesDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { Why } from '../../parts/explanation.tsx';
import { amount, count, date } from '../../parts/format.ts';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { AcceptDelivery, type Accepted, type Waiting } from './accept-delivery.tsx';

/** So many are shown at once; accepted ones make room for others. */
const shownAtOnce = 10;

/** What came and was not checked yet, each with its form; what was accepted just now is told with what is owed for it. */
export function WaitingDeliveries({ mayAccept }: { readonly mayAccept: boolean }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [accepted, setAccepted] = useState<readonly Accepted[]>([]);
  const answer = useAnswer(WaitingDeliveriesDocument, { first: shownAtOnce });
  return (
    <>
      <div role="status">
        {accepted.map(({ id, number, acceptedQuantity, payable }) => (
          <p key={id} className="done">
            {t('institution.accepted', { number, quantity: count(acceptedQuantity ?? 0, language) })}{' '}
            {payable && (
              <Why of={payable.explanation} label={t('institution.owed', { number })}>
                {t('institution.payUntil', { amount: amount(payable.amount, language).text, date: date(payable.dueOn, language) })}
              </Why>
            )}
          </p>
        ))}
      </div>
      <Answered of={answer}>
        {({ deliveries }) =>
          deliveries.nodes.length > 0 ? (
            <>
              <p className="quiet">{t('institution.waiting', { count: deliveries.totalCount, shown: deliveries.nodes.length })}</p>
              <ul className="plain">
                {deliveries.nodes.map((delivery) => (
                  <li key={delivery.id}>
                    <Goods of={delivery} />
                    {mayAccept && <AcceptDelivery of={delivery} onAccepted={(each) => setAccepted((before) => [...before, each])} />}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <Empty>{t('institution.nothingWaits')}</Empty>
          )
        }
      </Answered>
    </>
  );
}

function Goods({ of: { number, deliveredOn, quantity, confidence, order, agreement } }: { readonly of: Waiting }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <h3>
      {productName(agreement.product, language)} · {count(quantity, language)} {unitsName(agreement.product.countingUnit, t)}
      {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
      <span className="quiet block">
        {t('institution.cameOn', { date: date(deliveredOn, language), from: nameOf(agreement.enterprise, language) })}
      </span>
      <span className="quiet block">
        {t('institution.numbers', { agreement: agreement.number, order: order.number, delivery: number })}
      </span>
    </h3>
  );
}
