import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, recorded, refusedWith } from '../support/build-recorder.ts';
import { evaluated, final, holders, institutions, pilot2018 } from '../support/build-round.ts';

const code = 'P-1';
const negotiated = {
  roundCode: code,
  lotCode: 'two-bidders',
  productCode: 'ent-d',
  basis: 'NEGOTIATION',
  winningPrice: '1.59',
  priceUnit: '片',
  priceBefore: '8',
  agreedQuantity: 500,
};

describe('a round of the 4+7 pilot', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c', 'ent-d', 'ent-e']);
    await institutions(app, { 'bj-1': '110000', 'sh-1': '310000' });
    await evaluated(app, {
      code,
      scheme: 'pilot-4plus7',
      days: pilot2018,
      lots: [
        { code: 'three-bidders', ceilingPrice: '10', priceBefore: '10' },
        { code: 'two-bidders', ceilingPrice: '10', priceBefore: '8' },
      ],
      demand: [
        { lot: 'three-bidders', institution: 'bj-1', quantity: 1003 },
        { lot: 'three-bidders', institution: 'sh-1', quantity: 10 },
      ],
      bids: [
        { lot: 'three-bidders', product: 'ent-a', price: '2' },
        { lot: 'three-bidders', product: 'ent-b', price: '1.99' },
        { lot: 'three-bidders', product: 'ent-c', price: '9' },
        { lot: 'two-bidders', product: 'ent-d', price: '6' },
        { lot: 'two-bidders', product: 'ent-e', price: '7' },
      ],
    });
  });
  afterAll(() => app.stop());

  it('[RB2] with three bidders the lowest price wins alone, with two the lot is negotiated', async () => {
    const lots = `lots { nodes { code bids { nodes { product { code } outcome explanation { rule } } } } }`;
    const { round } = await data<{ round: { lots: { nodes: object[] } } }>(app, `{ round(code: "${code}") { ${lots} } }`, {}, expert);
    const bid = (product: string, outcome: string, rule: string) => ({ product: { code: product }, outcome, explanation: { rule } });
    expect(round.lots.nodes).toEqual([
      {
        code: 'three-bidders',
        bids: {
          nodes: [
            bid('ent-b', 'PROPOSED', 'procurement.winner-limit'),
            bid('ent-a', 'NOT_SELECTED', 'procurement.winner-limit'),
            bid('ent-c', 'NOT_SELECTED', 'procurement.winner-limit'),
          ],
        },
      },
      {
        code: 'two-bidders',
        bids: {
          nodes: [
            bid('ent-d', 'NEGOTIATE', 'procurement.minimum-competition'),
            bid('ent-e', 'NEGOTIATE', 'procurement.minimum-competition'),
          ],
        },
      },
    ]);
  });

  it('[S0-1] refuses a negotiated outcome that names no expert', async () => {
    for (const experts of [undefined, null, []]) {
      const [refusal, ...rest] = await refusedWith(app, 'recordOutcome', { ...negotiated, experts });
      expect(rest).toEqual([]);
      expect(refusal).toMatchObject({
        code: 'EXPERT_MISSING',
        field: 'experts',
        rule: 'procurement.negotiation-sides',
        facts: [
          { name: 'experts', value: '0', unit: null },
          { name: 'enterprises', value: '1', unit: null },
        ],
      });
    }
    expect(
      (await refusedWith(app, 'recordOutcome', { ...negotiated, experts: [' '] })).map(({ code: each, field }) => [each, field]),
    ).toEqual([
      ['MALFORMED_TEXT', 'experts.0'],
      ['EXPERT_MISSING', 'experts'],
    ]);
  });

  it('[RB2] refuses a negotiated cut below the average cut of the lots that bidders competed for', async () => {
    // 10 → 1.99 is a cut of 80.10 %; 8 → 1.60 is one of 80.00 %, 8 → 1.59 one of 80.13 %.
    const [refusal, ...rest] = await refusedWith(app, 'recordOutcome', { ...negotiated, winningPrice: '1.60', experts: ['张三'] });
    expect(rest).toEqual([]);
    expect(refusal).toMatchObject({ code: 'NEGOTIATED_CUT_TOO_SMALL', field: 'winningPrice', rule: 'procurement.negotiated-cut' });
    expect(refusal!.facts.slice(-2)).toEqual([
      { name: 'cut', value: '80.00', unit: '%' },
      { name: 'needed', value: '80.10', unit: '%' },
    ]);
  });

  it('[S0-1] records both sides of a negotiation: the experts, each once, and the enterprise', async () => {
    const outcome = await recorded(
      app,
      'recordOutcome',
      { ...negotiated, experts: ['张三', '李四', '张三'] },
      'basis experts winningPrice priceBefore agreedQuantity origin product { enterprise { code } } bid { price }',
    );
    expect(outcome).toMatchObject({
      basis: 'NEGOTIATION',
      experts: ['张三', '李四'],
      winningPrice: '1.5900',
      priceBefore: '8.0000',
      agreedQuantity: 500,
      origin: 'RECORDED',
      product: { enterprise: { code: 'ent-d' } },
      bid: { price: '6.0000' },
    });
  });

  it('[RA3] needs the share chosen within 60 to 70 %, and proposes both lots', async () => {
    const propose = (chosenPercent?: string) => ({
      roundCode: code,
      agreementYear: 2019,
      lots: [{ lotCode: 'three-bidders', chosenPercent }],
    });
    const codes = async (percent?: string) => (await refusedWith(app, 'proposeSelection', propose(percent))).map((each) => each.code);
    expect(await codes()).toEqual(['SHARE_TO_BE_CHOSEN']);
    expect(await codes('59.99')).toEqual(['SHARE_OUT_OF_RANGE']);
    expect(await codes('70.01')).toEqual(['SHARE_OUT_OF_RANGE']);
    // The share is stored with two decimals: a third one would be lost.
    expect(await codes('66.666')).toEqual(['MALFORMED_PERCENT']);
    await recorded(app, 'proposeSelection', propose('65'));
    await final(app, code);

    const { round } = await data<{ round: { selectedProducts: { nodes: object[] }; lots: { nodes: object[] } } }>(
      app,
      `{ round(code: "${code}") {
        lots { nodes { code sharePercent bids { nodes { product { code } status } } } }
        selectedProducts { nodes { basis agreedQuantity product { code }
          supplyRegions { nodes { area { code } role } } agreedVolumes { nodes { quantity institution { code } } } } }
      } }`,
    );
    // 65 % of 1003 is 651.95, of 10 is 6.5: each rounded half up once.
    expect(round.selectedProducts.nodes).toEqual([
      {
        basis: 'BIDDING',
        agreedQuantity: 659,
        product: { code: 'ent-b' },
        supplyRegions: {
          nodes: [
            { area: { code: '110000' }, role: 'PRIMARY' },
            { area: { code: '310000' }, role: 'PRIMARY' },
          ],
        },
        agreedVolumes: {
          nodes: [
            { quantity: 652, institution: { code: 'bj-1' } },
            { quantity: 7, institution: { code: 'sh-1' } },
          ],
        },
      },
      { basis: 'NEGOTIATION', agreedQuantity: 500, product: { code: 'ent-d' }, supplyRegions: { nodes: [] }, agreedVolumes: { nodes: [] } },
    ]);
    const bid = (product: string, status: string) => ({ product: { code: product }, status });
    expect(round.lots.nodes).toEqual([
      {
        code: 'three-bidders',
        sharePercent: '65.00',
        bids: { nodes: [bid('ent-b', 'SELECTED'), bid('ent-a', 'NOT_SELECTED'), bid('ent-c', 'NOT_SELECTED')] },
      },
      { code: 'two-bidders', sharePercent: null, bids: { nodes: [bid('ent-d', 'SELECTED'), bid('ent-e', 'NEGOTIATE')] } },
    ]);
  });
});
