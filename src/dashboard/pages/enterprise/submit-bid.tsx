import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BidChoicesDocument, SubmitBidDocument, type BidChoicesQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { Choice } from '../../parts/filter-fields.tsx';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { Recording, type Asked } from '../../parts/recording.tsx';
import { RowAct, RowActs } from '../../parts/row-acts.tsx';
import './act-words.ts';
import '../round-steps/words.ts';

/** An enterprise bids, sealed, in a round that takes bids; what it may bid for is asked for when it is about to. */
export function SubmitBid({ enterprise }: { readonly enterprise: string }) {
  const { t } = useTranslation();
  return (
    <RowActs>
      <p className="quiet">{t('supplying.bidsLead')}</p>
      <RowAct
        name={t('operation.submitBid')}
        of={t('supplying.sealed')}
        form={(onDone) => <Bid enterprise={enterprise} onDone={onDone} />}
      />
    </RowActs>
  );
}

function Bid({ enterprise, onDone }: { readonly enterprise: string; readonly onDone: (words: string) => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [chosen, choose] = useState<string | null>(null);
  const answer = useAnswer(BidChoicesDocument, { enterprise });
  return (
    <Answered of={answer}>
      {({ rounds: { nodes: rounds }, products }) => {
        const round = rounds.find(({ code }) => code === chosen) ?? (rounds.length === 1 ? rounds[0] : undefined);
        if (rounds.length === 0) return <Empty>{t('supplying.noBidding')}</Empty>;
        return (
          <>
            <Choice
              name={t('supplying.round')}
              value={round?.code}
              all={t('act.choose')}
              options={rounds.map((each) => ({ value: each.code, name: nameOf(each, language) }))}
              onChoose={choose}
            />
            {round && <BidIn key={round.code} round={round} products={products.nodes} onDone={onDone} />}
          </>
        );
      }}
    </Answered>
  );
}

function BidIn(props: {
  readonly round: BidChoicesQuery['rounds']['nodes'][number];
  readonly products: BidChoicesQuery['products']['nodes'];
  readonly onDone: (words: string) => void;
}) {
  const { round, products, onDone } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const of = (name: string, more: Partial<Asked> = {}): Asked => ({ name, label: t(`steps.fields.${name}`), ...more });
  return (
    <Recording
      title={t('operation.submitBid')}
      isHeaded
      document={SubmitBidDocument}
      given={{ roundCode: round.code }}
      hint={t('steps.hints.submitBid')}
      asked={[
        of('lotCode', {
          choices: round.lots.nodes.map((lot) => ({
            value: lot.code,
            name: `${nameOf(lot, language)} (${unitsName(lot.countingUnit, t)})`,
          })),
        }),
        of('productCode', {
          choices: products.map((each) => ({ value: each.code, name: `${productName(each, language)} (${each.code})` })),
        }),
        of('price', { kind: 'decimal' }),
        of('priceUnit', { hint: t('supplying.priceUnitHint') }),
        of('unitsPerPriceUnit', { kind: 'integer', initial: '1' }),
        of('declaredCapacity', { kind: 'integer' }),
        of('note', { optional: true }),
        of('declaredNotBelowCost', { kind: 'yes' }),
      ]}
      onDone={({ bid }) => onDone(t('steps.bidSealed', { commitment: bid?.commitment ?? '' }))}
    />
  );
}
