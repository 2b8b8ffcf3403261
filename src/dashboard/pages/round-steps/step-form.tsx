import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import * as documents from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { nameOf, productName } from '../../parts/names.ts';
import { Recording, type Asked, type Choice } from '../../parts/recording.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import type { StepOperation } from './steps.ts';

type Round = NonNullable<documents.RoundStepsQuery['round']>;

/** The form of one step of a round. */
export function StepForm(props: {
  readonly round: Round;
  readonly operation: StepOperation;
  readonly onDone: (operation: StepOperation) => void;
}) {
  const { round, operation, onDone } = props;
  const { t } = useTranslation();
  const asked = useAsked(round);
  const common = {
    title: t(`operation.${operation}`),
    given: { roundCode: round.code },
    hint: t(`steps.hints.${operation}`, { defaultValue: '' }),
    onDone: () => onDone(operation),
  };
  const when = [asked.on, asked.reason];
  const { lotCode, productCode, selectedCode } = asked;
  switch (operation) {
    case 'openDemandReporting':
      return <Recording {...common} document={documents.OpenDemandReportingDocument} asked={when} />;
    case 'openBidding':
      return <Recording {...common} document={documents.OpenBiddingDocument} asked={when} />;
    case 'openBids':
      return <Recording {...common} document={documents.OpenBidsDocument} asked={when} />;
    case 'proposeSelection':
      return <Recording {...common} document={documents.ProposeSelectionDocument} asked={[asked.agreementYear, ...when]} />;
    case 'publiciseSelection':
      return <Recording {...common} document={documents.PubliciseSelectionDocument} asked={when} />;
    case 'finaliseSelection':
      return (
        <Recording
          {...common}
          document={documents.FinaliseSelectionDocument}
          asked={when}
          outcome={({ proposal }) => <Proposed id={proposal?.id} />}
        />
      );
    case 'putRoundInForce':
      return (
        <Recording
          {...common}
          document={documents.PutRoundInForceDocument}
          asked={[asked.inForceFrom, asked.termYears, asked.lastDay, ...when]}
        />
      );
    case 'expireRound':
      return <Recording {...common} document={documents.ExpireRoundDocument} asked={when} />;
    case 'renewRound':
      return <Recording {...common} document={documents.RenewRoundDocument} asked={[asked.renewalCode, ...when]} />;
    case 'addLot':
      return <Recording {...common} document={documents.AddLotDocument} asked={asked.ofLot} />;
    case 'reportDemand':
      return (
        <Recording
          {...common}
          document={documents.ReportDemandDocument}
          asked={[lotCode, asked.institutionCode, asked.quantity, { ...productCode, optional: true }]}
        />
      );
    case 'submitBid':
      return (
        <Recording
          {...common}
          document={documents.SubmitBidDocument}
          asked={[lotCode, productCode, ...asked.ofBid]}
          outcome={({ bid }) => t('steps.bidSealed', { commitment: bid?.commitment ?? '' })}
        />
      );
    case 'recordOutcome':
      return <Recording {...common} document={documents.RecordOutcomeDocument} asked={[lotCode, productCode, ...asked.ofOutcome]} />;
    case 'withdrawWinner':
      return (
        <Recording
          {...common}
          document={documents.WithdrawWinnerDocument}
          asked={[lotCode, selectedCode, asked.withdrawnOn, { ...asked.reason, optional: false }]}
        />
      );
    case 'correctWinningPrice':
      return (
        <Recording
          {...common}
          document={documents.CorrectWinningPriceDocument}
          asked={[lotCode, selectedCode, asked.winningPrice, { ...asked.reason, optional: false }]}
          outcome={({ proposal }) => <Proposed id={proposal?.id} />}
        />
      );
  }
}

function Proposed({ id }: { readonly id: string | undefined }): ReactNode {
  const { t } = useTranslation();
  if (id === undefined) return null;
  return (
    <>
      {t('steps.proposed')} <Link href={`/proposals?id=${encodeURIComponent(id)}`}>{t('steps.seeProposal')}</Link>
    </>
  );
}

/** Every field that the steps ask for, by its name. */
function useAsked(round: Round) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [product, setProduct] = useState('');
  const products = useAnswer(documents.ProductChoicesDocument, { text: useSettled(product) }).data?.products.nodes ?? [];
  const of = (name: string, more: Partial<Asked> = {}): Asked => ({ name, label: t(`steps.fields.${name}`), ...more });
  const lots: Choice[] = round.lots.nodes.map((lot) => ({ value: lot.code, name: `${nameOf(lot, language)} (${lot.code})` }));
  const productChoices = (nodes: typeof products): Choice[] =>
    nodes.map((each) => ({ value: each.code, name: `${productName(each, language)} (${each.code})` }));
  const basis: Choice[] = (['BIDDING', 'NEGOTIATION', 'REPLACEMENT'] as const).map((value) => ({ value, name: t(`value.${value}`) }));
  const methods: Choice[] = (['NONE', 'LINEAR', 'PRICE_RATIO'] as const).map((value) => ({ value, name: t(`strengthMethod.${value}`) }));
  const optional = true;
  return {
    on: of('on', { kind: 'date', optional, hint: t('steps.onHint') }),
    reason: of('reason', { optional }),
    lotCode: of('lotCode', { choices: lots }),
    productCode: of('productCode', { suggestions: { choices: productChoices(products), ask: setProduct } }),
    selectedCode: of('productCode', { choices: productChoices(round.selectedProducts.nodes.map((each) => each.product)) }),
    agreementYear: of('agreementYear', { kind: 'integer' }),
    inForceFrom: of('inForceFrom', { kind: 'date' }),
    termYears: of('termYears', { kind: 'integer', optional, hint: t('steps.termHint') }),
    lastDay: of('lastDay', { kind: 'date', optional }),
    renewalCode: of('renewalCode'),
    institutionCode: of('institutionCode'),
    quantity: of('quantity', { kind: 'integer' }),
    withdrawnOn: of('withdrawnOn', { kind: 'date' }),
    winningPrice: of('winningPrice', { kind: 'decimal' }),
    ofLot: [
      of('code'),
      of('name'),
      of('nameEn', { optional }),
      of('countingUnit'),
      of('ceilingPrice', { kind: 'decimal', optional }),
      of('priceBefore', { kind: 'decimal', optional }),
      of('baseQuantity', { kind: 'integer', optional }),
      of('strengthMethod', { choices: methods, optional }),
      of('referenceStrength', { kind: 'decimal', optional }),
      of('antibacterial', { kind: 'yes' }),
      of('note', { optional }),
    ],
    ofBid: [
      of('price', { kind: 'decimal' }),
      of('priceUnit'),
      of('unitsPerPriceUnit', { kind: 'integer' }),
      of('declaredCapacity', { kind: 'integer' }),
      of('declaredNotBelowCost', { kind: 'yes' }),
      of('note', { optional }),
    ],
    ofOutcome: [
      of('winningPrice', { kind: 'decimal' }),
      of('priceUnit'),
      of('agreedQuantity', { kind: 'integer' }),
      of('basis', { choices: basis }),
      of('rank', { kind: 'integer', optional }),
      of('priceBefore', { kind: 'decimal', optional }),
      of('experts', { kind: 'list', optional, hint: t('steps.expertsHint') }),
      of('note', { optional }),
    ],
  };
}
