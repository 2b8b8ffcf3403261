import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import * as documents from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { Empty } from '../../parts/page-state.tsx';
import { Recording, type Asked } from '../../parts/recording.tsx';

type Talk = NonNullable<documents.NegotiationPageQuery['negotiation']>;
type Operation =
  | 'sealExpectedPrice'
  | 'recordFirstQuote'
  | 'openExpectedPrice'
  | 'recordSecondQuote'
  | 'recordNegotiationOffer'
  | 'concludeNegotiation'
  | 'endNegotiation'
  | 'signNegotiation'
  | 'publishNegotiatedOutcome'
  | 'renewNegotiatedOutcome';

/** What is offered in each status, the usual act first. Whether it is possible, the server says. */
const offered: Readonly<Record<documents.NegotiationStatus, readonly Operation[]>> = {
  PREPARED: ['sealExpectedPrice', 'endNegotiation'],
  ENVELOPE_SEALED: ['recordFirstQuote', 'endNegotiation'],
  FIRST_QUOTE: ['openExpectedPrice', 'recordSecondQuote', 'endNegotiation'],
  SECOND_QUOTE: [],
  BARGAINING: ['recordNegotiationOffer', 'concludeNegotiation', 'endNegotiation'],
  SUCCESS: ['signNegotiation'],
  FAILED: [],
};

/** The acts of a talk that are offered now, to whoever takes them. */
export function TalkActs({ talk }: { readonly talk: Talk }) {
  const { t } = useTranslation();
  const role = useSession()?.role;
  const [done, setDone] = useState<Operation | null>(null);
  const operations = operationsFor(talk, role);
  if (talk.origin !== 'RECORDED' || (role !== 'EXPERT' && operations.length === 0)) return null;
  return (
    <section>
      <h2>{t('talks.next')}</h2>
      <p role="status" className="done">
        {done && t('talks.done', { operation: t(`operation.${done}`) })}
      </p>
      {operations.length === 0 && <Empty>{t('talks.nothing')}</Empty>}
      {operations.map((operation) => (
        <TalkForm key={operation} talk={talk} operation={operation} onDone={() => setDone(operation)} />
      ))}
    </section>
  );
}

function operationsFor({ status, outcomes }: Talk, role: string | undefined): readonly Operation[] {
  const [outcome] = outcomes.nodes;
  if (outcome) return role === 'EXPERT' ? [outcome.publishedOn ? 'renewNegotiatedOutcome' : 'publishNegotiatedOutcome'] : [];
  if (role === 'EXPERT') return offered[status];
  return role === 'APPROVER' || role === 'ENTERPRISE' ? offered[status].filter((operation) => operation === 'signNegotiation') : [];
}

function TalkForm(props: { readonly talk: Talk; readonly operation: Operation; readonly onDone: () => void }) {
  const { talk, operation, onDone } = props;
  const { t } = useTranslation();
  const of = (name: string, more: Partial<Asked> = {}): Asked => ({ name, label: t(`talks.fields.${name}`), ...more });
  const common = { title: t(`operation.${operation}`), given: { negotiationCode: talk.code }, onDone };
  const on = of('on', { kind: 'date', optional: true, hint: t('talks.onHint') });
  const price = of('price', { kind: 'decimal' });
  const minutes = of('minutes', { kind: 'long', hint: t('talks.minutesHint') });
  const outcomeId = talk.outcomes.nodes[0]?.id ?? '';
  const sides = (['ENTERPRISE', 'AUTHORITY'] as const).map((value) => ({ value, name: t(`value.${value}`) }));
  switch (operation) {
    case 'sealExpectedPrice':
      return (
        <Recording
          {...common}
          document={documents.SealExpectedPriceDocument}
          asked={[of('expectedPrice', { kind: 'secret', hint: t('talks.secretHint') }), on]}
        />
      );
    case 'recordFirstQuote':
      return <Recording {...common} document={documents.RecordFirstQuoteDocument} asked={[price, minutes, on]} />;
    case 'openExpectedPrice':
      return <Recording {...common} document={documents.OpenExpectedPriceDocument} asked={[on]} />;
    case 'recordSecondQuote':
      return <Recording {...common} document={documents.RecordSecondQuoteDocument} asked={[price, minutes, on]} />;
    case 'recordNegotiationOffer':
      return (
        <Recording
          {...common}
          document={documents.RecordNegotiationOfferDocument}
          asked={[of('side', { choices: sides }), price, minutes, on]}
        />
      );
    case 'concludeNegotiation':
      return (
        <Recording
          {...common}
          document={documents.ConcludeNegotiationDocument}
          asked={[
            price,
            of('paymentScope', { kind: 'long' }),
            of('inForceFrom', { kind: 'date' }),
            of('agreedQuantity', { kind: 'integer', optional: true }),
            minutes,
            on,
          ]}
        />
      );
    case 'endNegotiation':
      return (
        <Recording
          {...common}
          document={documents.EndNegotiationDocument}
          asked={[of('reason', { kind: 'long', hint: t('talks.minutesHint') }), on]}
        />
      );
    case 'signNegotiation':
      return <Recording {...common} document={documents.SignNegotiationDocument} asked={[on]} />;
    case 'publishNegotiatedOutcome':
      return <Recording {...common} given={{ outcomeId }} document={documents.PublishNegotiatedOutcomeDocument} asked={[on]} />;
    case 'renewNegotiatedOutcome':
      return (
        <Recording
          {...common}
          given={{ outcomeId }}
          document={documents.RenewNegotiatedOutcomeDocument}
          asked={[
            of('actualSpend', { kind: 'decimal' }),
            of('budget', { kind: 'decimal' }),
            of('budgetIncrease', { kind: 'decimal', optional: true }),
            of('agreedQuantity', { kind: 'integer', optional: true }),
            of('paymentScope', { optional: true }),
            of('reason', { optional: true }),
            on,
          ]}
          outcome={({ proposal }) =>
            proposal && (
              <>
                {t('talks.proposed')} <Link href={`/proposals?id=${encodeURIComponent(proposal.id)}`}>{t('talks.seeProposal')}</Link>
              </>
            )
          }
        />
      );
  }
}
