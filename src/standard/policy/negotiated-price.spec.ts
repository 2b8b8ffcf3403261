import { expect, it } from 'vitest';
import { explainNegotiated } from './negotiated-price.ts';

it.each([
  ['a talk', 'TALK-1', ['product', 'validFrom', 'validTo', 'talk', 'negotiatedPrice']],
  ['no talk', null, ['product', 'validFrom', 'validTo', 'negotiatedPrice']],
])('[RE5] a negotiated standard with %s tells its price, its days and its document', (_title, talkReference, names) => {
  const claim = {
    product: 'P',
    amount: '4.3600',
    priceUnit: '片',
    validFrom: '2020-01-01',
    validTo: '2022-01-01',
    document: '文件',
    talkReference,
  };
  const explanation = explainNegotiated(claim);
  expect(explanation.inputs.map(({ name }) => name)).toEqual(names);
  expect(explanation.steps).toMatchObject([{ value: '4.3600', unit: 'yuan/片' }]);
  expect(explanation.source.at(-1)!.document).toBe('文件');
});
