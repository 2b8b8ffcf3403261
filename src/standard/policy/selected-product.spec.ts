import { describe, expect, it } from 'vitest';
import { explainSelectedProduct } from './selected-product.ts';

const claim = {
  round: 'GH-HD2020-1',
  product: 'FIREBIRD2',
  area: '330000',
  winningPrice: '590.0000',
  priceUnit: '个',
  effectiveFrom: '2021-01-31',
  effectiveTo: '2023-01-31',
  implementedBy: '通知',
};

describe('[RE1] [S1-15] the standard of a selected product', () => {
  it('is its winning price, and says from what', () => {
    const explanation = explainSelectedProduct(claim);
    expect(explanation.steps).toEqual([{ text: 'winning price', textZh: '中选价', value: '590.0000', unit: 'yuan/个' }]);
    expect(explanation.inputs.map(({ name }) => name)).toEqual([
      'round',
      'product',
      'area',
      'effectiveFrom',
      'effectiveTo',
      'winningPrice',
    ]);
    expect(explanation.source.at(-1)).toEqual({ document: '通知', clause: null });
  });

  it('has no step where its price is not on record', () => {
    const explanation = explainSelectedProduct({ ...claim, winningPrice: null, effectiveTo: null });
    expect(explanation.steps).toEqual([]);
    expect(explanation.sentence).toContain('not on record');
    expect(explanation.inputs.map(({ name }) => name)).toEqual(['round', 'product', 'area', 'effectiveFrom']);
  });
});
