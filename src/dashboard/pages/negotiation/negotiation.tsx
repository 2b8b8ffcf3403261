import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { NegotiationPageDocument, type NegotiationPageQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { Why } from '../../parts/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { count, date, percent, unitPrice } from '../../parts/format.ts';
import { nameOf, perUnit, productName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { Course } from './course.tsx';
import { TalkActs } from './talk-acts.tsx';
import '../../words/round.ts';
import '../../words/talks.ts';

type Talk = NonNullable<NegotiationPageQuery['negotiation']>;

/** One price talk, act by act. */
export default function Negotiation() {
  const { t } = useTranslation();
  const { code } = useParams<{ code: string }>();
  const answer = useAnswer(NegotiationPageDocument, { code });
  return (
    <Answered of={answer}>
      {({ negotiation }) =>
        negotiation ? (
          <>
            <Head talk={negotiation} />
            <TalkActs talk={negotiation} />
            <Course talk={negotiation} />
            <Agreed talk={negotiation} />
            <Table talk={negotiation} />
          </>
        ) : (
          <>
            <h1>{t('app.noPage')}</h1>
            <Empty>{t('talks.unknown', { code })}</Empty>
          </>
        )
      }
    </Answered>
  );
}

function Head({ talk }: { readonly talk: Talk }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const unit = perUnit(talk.priceUnit, t);
  const quote = (kind: string) => talk.offers.nodes.find((offer) => offer.kind === kind)?.price ?? null;
  const price = (value: string | null | undefined) => (value ? unitPrice(value, language) : null);
  const none = <span className="missing">{t('talks.notYet')}</span>;
  const [first, second] = [quote('FIRST_QUOTE'), quote('SECOND_QUOTE')];
  return (
    <>
      <p className="eyebrow">
        <Link href="/negotiations">{t('page.negotiations')}</Link> · <code>{talk.code}</code>
      </p>
      <h1>{productName(talk.product, language)}</h1>
      <p className="lead">
        {[
          nameOf(talk.enterprise, language),
          t(`talkStatus.${talk.status}`),
          talk.groupNumber !== null && talk.groupCount !== null && t('talks.group', { number: talk.groupNumber, count: talk.groupCount }),
          talk.note,
        ]
          .filter(Boolean)
          .join(t('list.separator'))}
      </p>
      <dl className="figures">
        <Figure name={t('talks.priceBefore')} value={price(talk.priceBefore)} unit={unit} />
        <Expected talk={talk} />
        <Figure name={t('talks.firstQuote')} value={price(first) ?? none} unit={first ? unit : undefined} />
        <Figure name={t('talks.secondQuote')} value={price(second) ?? none} unit={second ? unit : undefined} />
        <Figure
          name={t('talks.agreed')}
          value={price(talk.terms?.price ?? talk.outcomes.nodes[0]?.price) ?? none}
          unit={talk.terms || talk.outcomes.nodes[0] ? unit : undefined}
          note={talk.terms && t('talks.agreedOn', { date: date(talk.terms.agreedOn, language) })}
        />
      </dl>
    </>
  );
}

/** The expected price, or in words why it is not seen. */
function Expected({ talk: { expectedPrice, commitment, transitions, priceUnit } }: { readonly talk: Talk }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const opening = transitions.find(({ action }) => action === 'openExpectedPrice');
  if (expectedPrice) {
    const price = unitPrice(expectedPrice.price, language);
    return (
      <Figure
        name={t('talks.expected')}
        value={
          expectedPrice.corridor ? (
            <Why of={expectedPrice.corridor} label={t('talks.expected')}>
              {price}
            </Why>
          ) : (
            price
          )
        }
        unit={perUnit(priceUnit, t)}
        note={t('talks.openedOn', { date: date(expectedPrice.openedOn, language) })}
      />
    );
  }
  const words = opening ? 'talks.withheld' : commitment ? 'talks.sealed' : 'talks.notSealed';
  return (
    <Figure
      name={t('talks.expected')}
      value={<span className="missing sealed">{t(words)}</span>}
      note={commitment && t('talks.sealedOn', { date: date(commitment.sealedOn, language) })}
    />
  );
}

/** On what both sides agree, and what became of it. */
function Agreed({ talk: { terms, outcomes, priceUnit } }: { readonly talk: Talk }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [outcome] = outcomes.nodes;
  const period = (from: string | null, to: string | null) =>
    [from && t('round.from', { date: date(from, language) }), to && t('round.to', { date: date(to, language) })]
      .filter(Boolean)
      .join(t('list.separator'));
  return (
    <>
      {terms && (
        <section>
          <h2>{t('talks.terms')}</h2>
          <dl className="facts">
            <div>
              <dt>{t('talks.agreed')}</dt>
              <dd>
                {unitPrice(terms.price, language)} {perUnit(priceUnit, t)}
              </dd>
            </div>
            <div>
              <dt>{t('talks.scope')}</dt>
              <dd>{terms.paymentScope}</dd>
            </div>
            <div>
              <dt>{t('talks.period')}</dt>
              <dd>{period(terms.inForceFrom, terms.inForceTo)}</dd>
            </div>
            {terms.agreedQuantity !== null && (
              <div>
                <dt>{t('talks.quantity')}</dt>
                <dd>{count(terms.agreedQuantity, language)}</dd>
              </div>
            )}
          </dl>
        </section>
      )}
      {outcome && (
        <section>
          <h2>{t('talks.result')}</h2>
          <dl className="figures">
            <Figure
              name={t('talks.outcome')}
              value={
                outcome.explanation ? (
                  <Why of={outcome.explanation} label={t('talks.outcome')}>
                    {unitPrice(outcome.price, language)}
                  </Why>
                ) : (
                  unitPrice(outcome.price, language)
                )
              }
              unit={perUnit(outcome.priceUnit, t)}
              note={outcome.publishedOn ? t('talks.published', { date: date(outcome.publishedOn, language) }) : t('talks.unpublished')}
            />
            <Figure
              name={t('talks.cut')}
              value={outcome.cutPercent && percent(outcome.cutPercent, language)}
              note={period(outcome.inForceFrom, outcome.inForceTo)}
            />
          </dl>
        </section>
      )}
    </>
  );
}

/** Who sits at the table. */
function Table({ talk: { participants, origin } }: { readonly talk: Talk }) {
  const { t } = useTranslation();
  if (participants.nodes.length === 0) return origin === 'RECORDED' ? <Empty>{t('talks.hidden')}</Empty> : null;
  return (
    <section>
      <h2>{t('talks.table')}</h2>
      <dl className="facts">
        {(['AUTHORITY', 'ENTERPRISE'] as const).map((side) => (
          <div key={side}>
            <dt>{t(`value.${side}`)}</dt>
            <dd>
              {participants.nodes
                .filter((each) => each.side === side)
                .map(({ name, person, isLeader }) => `${name} (${[person, isLeader && t('talks.leader')].filter(Boolean).join(' · ')})`)
                .join(t('list.separator'))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
