import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import * as documents from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { nameOf, productName } from '../../parts/names.ts';
import { Recording, type Asked, type Choice } from '../../parts/recording.tsx';
import { useInstitutionSuggestions, useProductSuggestions } from '../../parts/use-suggestions.ts';
import { ProposeSelection } from './propose-selection.tsx';
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
      return <ProposeSelection {...common} round={round} asked={[asked.agreementYear, ...when]} />;
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
    case 'recordAgreedVolumes':
      return (
        <Recording
          {...common}
          document={documents.RecordAgreedVolumesDocument}
          asked={[selectedCode, ...asked.lotIfSeveral, { ...asked.agreementYear, label: t('steps.fields.year') }, asked.volumes]}
        />
      );
    case 'amendAgreedVolume':
      return (
        <Recording
          {...common}
          document={documents.AmendAgreedVolumeDocument}
          asked={[
            selectedCode,
            ...asked.lotIfSeveral,
            { ...asked.agreementYear, label: t('steps.fields.year') },
            asked.institutionCode,
            asked.newQuantity,
            { ...asked.reason, optional: false },
          ]}
        />
      );
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
  const institutions = useInstitutionSuggestions();
  const products = useProductSuggestions();
  const of = (name: string, more: Partial<Asked> = {}): Asked => ({ name, label: t(`steps.fields.${name}`), ...more });
  const lots: Choice[] = round.lots.nodes.map((lot) => ({ value: lot.code, name: `${nameOf(lot, language)} (${lot.code})` }));
  const selected: Choice[] = round.selectedProducts.nodes.map(({ product }) => ({
    value: product.code,
    name: `${productName(product, language)} (${product.code})`,
  }));
  const basis: Choice[] = (['BIDDING', 'NEGOTIATION', 'REPLACEMENT'] as const).map((value) => ({ value, name: t(`value.${value}`) }));
  const methods: Choice[] = (['NONE', 'LINEAR', 'PRICE_RATIO'] as const).map((value) => ({ value, name: t(`strengthMethod.${value}`) }));
  const optional = true;
  return {
    on: of('on', { kind: 'date', optional, hint: t('steps.onHint') }),
    reason: of('reason', { optional }),
    lotCode: of('lotCode', { choices: lots }),
    productCode: of('productCode', { suggestions: products }),
    selectedCode: of('productCode', { choices: distinct(selected) }),
    agreementYear: of('agreementYear', { kind: 'integer' }),
    inForceFrom: of('inForceFrom', { kind: 'date' }),
    termYears: of('termYears', { kind: 'integer', optional, hint: t('steps.termHint') }),
    lastDay: of('lastDay', { kind: 'date', optional }),
    renewalCode: of('renewalCode'),
    institutionCode: of('institutionCode', { suggestions: institutions }),
    quantity: of('quantity', { kind: 'integer' }),
    newQuantity: of('quantity', { kind: 'integer', label: t('steps.fields.newQuantity') }),
    lotIfSeveral: lots.length > 1 ? [of('lotCode', { choices: lots, optional, hint: t('steps.lotHint') })] : [],
    volumes: of('volumes', {
      rows: {
        asked: [
          of('institutionCode', { suggestions: institutions }),
          of('quantity', { kind: 'integer', label: t('steps.fields.agreedOfYear') }),
        ],
        least: 1,
        add: t('steps.addInstitution'),
        nameOf: (number) => t('steps.institutionAt', { number }),
      },
    }),
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

/** A product that won in several lots is one choice. */
const distinct = (choices: readonly Choice[]): Choice[] => [...new Map(choices.map((each) => [each.value, each])).values()];
