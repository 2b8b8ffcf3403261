import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NegotiationPageQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage, type Language } from '../../app/language.ts';
import { date, moment, unitPrice } from '../../parts/format.ts';
import { accountName, perUnit } from '../../parts/names.ts';
import { Empty } from '../../parts/page-state.tsx';

type Talk = NonNullable<NegotiationPageQuery['negotiation']>;

/** One thing that was done or said, with the moment at which it was taken down. */
interface Entry {
  readonly key: string;
  /** The moment of the minutes; a signature has its day alone. */
  readonly at: string;
  readonly on: string | null;
  readonly what: ReactNode;
  readonly minutes: string | null;
  readonly by: string | null;
}

/** How a talk went, minute by minute: acts, prices and signatures in the order in which they were taken down. */
export function Course({ talk }: { readonly talk: Talk }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const entries = entriesOf(talk, t, language);
  return (
    <section>
      <h2>{t('talks.minutes')}</h2>
      {entries.length === 0 && <Empty>{t('talks.noMinutes')}</Empty>}
      <ol className="course">
        {entries.map(({ key, at, on, what, minutes, by }) => (
          <li key={key}>
            <span className="quiet">
              {on && <time dateTime={on}>{date(on, language)}</time>}
              {at !== '' && (
                <time className="block" dateTime={at} title={moment(at, language)}>
                  {clockTime(at)}
                </time>
              )}
            </span>
            <div>
              <strong>{what}</strong>
              {minutes && <p>{minutes}</p>}
              {by && <span className="quiet block">{accountName(by, t)}</span>}
            </div>
          </li>
        ))}
      </ol>
      {talk.commitment && (
        <p className="quiet">
          {t('talks.committed')} <code>{talk.commitment.commitment}</code>
        </p>
      )}
    </section>
  );
}

/** The acts by which a price is named: the price stands in their place. */
const named: Readonly<Record<string, string>> = { quoteFirst: 'FIRST_QUOTE', quoteSecond: 'SECOND_QUOTE', bargain: 'BARGAINING' };

function entriesOf({ offers, transitions, terms, signatures, priceUnit }: Talk, t: TFunction, language: Language): readonly Entry[] {
  const price = (value: string) => `${unitPrice(value, language)} ${perUnit(priceUnit, t)}`;
  const prices = offers.nodes.map((offer) => ({
    kind: offer.kind as string,
    key: `offer ${offer.sequence}`,
    at: offer.recordedAt,
    on: offer.occurredOn,
    what: `${t(`value.${offer.side}`)} · ${t(`value.${offer.kind}`)} · ${price(offer.price)}`,
    minutes: offer.minutes,
    by: offer.recordedBy,
  }));
  const acts = transitions.map((act, at): Entry => {
    const quoted = prices.findIndex(({ kind }) => kind === named[act.action]);
    if (quoted >= 0) return prices.splice(quoted, 1)[0]!;
    const agreed = act.action === 'succeed' ? terms : null;
    return {
      key: `act ${at}`,
      at: act.recordedAt,
      on: act.occurredOn,
      what: [t(`value.${act.action}`), agreed && price(agreed.price)].filter(Boolean).join(' · '),
      minutes: agreed?.minutes ?? act.reason,
      by: act.recordedBy,
    };
  });
  const signed = signatures.map(({ capacity, person, signedOn }) => ({
    key: `signature ${capacity}`,
    at: '',
    on: signedOn,
    what: `${t(`value.${capacity}`)} · ${t('talks.signed', { person })}`,
    minutes: null,
    by: null,
  }));
  // Of a talk from a public source the prices are on record, and no acts.
  return [...acts, ...prices, ...signed];
}

/** The hour and the minute as clocks in Asia/Shanghai show them. */
const clockTime = (at: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    new Date(at),
  );
