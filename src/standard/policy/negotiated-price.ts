import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * A negotiated price is the standard of the whole country for the period of its agreement.
 * @source flcube.com/?p=10739
 */
export const negotiatedPriceRule = defineRule({
  id: 'standard.negotiated-price',
  title: 'Payment standard of a negotiated drug',
  titleZh: '谈判药品支付标准',
  statement:
    'A drug that was negotiated has one payment standard in every province, in scope, from the first day of its agreement to the day before its end. A winning price of a round that is in effect takes precedence; where the actual price is lower the fund pays on that, where it is higher the rest is the patient’s.',
  statementZh:
    '谈判药品在协议期内执行全国统一的医保支付标准，纳入支付范围。当地正在执行中选价的，以中选价为准；实际价格较低的按实际价格支付，较高的超出部分由患者负担。',
  source: [source(documents.negotiatedDrugs)],
  traces: ['RE5'],
});

/**
 * What a negotiated standard rests on: its amount in yuan per price unit, 4 decimals.
 * @source none: a shape of this system, not a rule
 */
export interface NegotiatedClaim {
  readonly product: string;
  readonly amount: string;
  readonly priceUnit: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly document: string;
  readonly talkReference: string | null;
}

/**
 * Why a standard is a negotiated price.
 * @source flcube.com/?p=10739
 */
export function explainNegotiated(claim: NegotiatedClaim): Explanation {
  const { product, amount, priceUnit, validFrom, validTo, document, talkReference } = claim;
  return {
    rule: negotiatedPriceRule.id,
    sentence: `The standard of ${product} is its negotiated price, ${amount} yuan per ${priceUnit}, from ${validFrom} to the day before ${validTo}.`,
    sentenceZh: `自 ${validFrom} 起至 ${validTo} 前，${product} 的支付标准为谈判价每${priceUnit}${amount}元。`,
    source: [...negotiatedPriceRule.source, source(document)],
    inputs: [
      fact('product', product),
      fact('validFrom', validFrom),
      fact('validTo', validTo),
      ...(talkReference === null ? [] : [fact('talk', talkReference)]),
      fact('negotiatedPrice', amount, `yuan/${priceUnit}`),
    ],
    steps: [{ text: 'negotiated price', textZh: '谈判价', value: amount, unit: `yuan/${priceUnit}` }],
  };
}
