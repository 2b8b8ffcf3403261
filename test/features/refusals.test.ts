import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { refusedWith } from '../support/build-recorder.ts';
import { bidInput, theLot } from '../support/build-round.ts';
import { outcome, proposalOf, roundsToRefuse, volumes } from '../support/build-refusals.ts';
import { elsewhere } from './refused-elsewhere.ts';

const round = (more: object = {}) => ({
  code: 'new',
  name: '批次',
  category: 'DRUG',
  organiser: 'NATIONAL',
  scheme: 'national-drug',
  ...more,
});
const lot = (more: object = {}) => ({ roundCode: 'draft', code: 'new', name: '单元', countingUnit: '片', ...more });
const report = (more: object = {}) => ({ roundCode: 'demand', lotCode: theLot, institutionCode: 'nj-1', quantity: 1, ...more });
const bid = (more: object = {}) => ({ ...bidInput('bidding', { product: 'ent-b', price: '1' }), ...more });
const proposal = (roundCode: string, ofLot: object = {}, more: object = {}) => ({
  ...proposalOf(roundCode),
  lots: [{ lotCode: theLot, ...ofLot }],
  ...more,
});
const wishing = (...codes: string[]) => codes.map((productCode) => ({ productCode, wishes: ['330000', '320000'] }));
const force = (more: object) => ({ roundCode: 'final', inForceFrom: '2022-11-01', ...more });
const amendment = (more: object = {}) => ({
  roundCode: 'final',
  productCode: 'ent-b',
  institutionCode: 'hz-1',
  agreementYear: 2022,
  quantity: 11,
  reason: '调整',
  ...more,
});
const correction = (more: object = {}) => ({
  roundCode: 'final',
  lotCode: theLot,
  productCode: 'ent-a',
  winningPrice: '0.9',
  reason: '更正',
  ...more,
});
const product = (more: object = {}) => ({
  code: 'new',
  category: 'DRUG',
  genericName: '通用名',
  name: '产品',
  countingUnit: '片',
  holderCode: 'ent-a',
  ...more,
});
const document = (more: object = {}) => ({ code: 'new', title: '文件', topic: '主题', dateAsPrinted: '2021', ...more });
const long = 'x'.repeat(121);

/** Mutation, input, and all the codes with which it is refused, each with its field. */
const cases: [string, object, ...string[]][] = [
  ['recordEnterprise', { code: 'ent-a', kind: 'HOLDER', name: '企业' }, 'CODE_TAKEN code'],
  ['recordEnterprise', { code: ' ', kind: 'HOLDER', name: '' }, 'MALFORMED_TEXT code', 'MALFORMED_TEXT name'],
  [
    'recordEnterprise',
    { code: long, kind: 'HOLDER', name: 'a\tb', nameEn: '\ud800' },
    'MALFORMED_TEXT code',
    'MALFORMED_TEXT name',
    'MALFORMED_TEXT nameEn',
  ],
  ['recordInstitution', { code: 'hz-1', areaCode: '999999', level: 'TERTIARY', name: '医院' }, 'UNKNOWN_CODE areaCode', 'CODE_TAKEN code'],
  ['recordInstitution', { code: 'new', areaCode: '330100', level: 'TERTIARY', name: '医院 ' }, 'MALFORMED_TEXT name'],
  ['recordProduct', product({ code: 'ent-a', holderCode: 'none' }), 'UNKNOWN_CODE holderCode', 'CODE_TAKEN code'],
  ['recordProduct', product({ holderCode: 'distributor' }), 'NOT_A_HOLDER holderCode'],
  ['recordProduct', product({ strength: '5' }), 'MALFORMED_VALUE strength'],
  ['recordProduct', product({ strength: '0', strengthUnit: 'mg' }), 'MALFORMED_VALUE strength'],
  [
    'recordProduct',
    product({ strength: '0.0000001', strengthUnit: 'mg', packSize: 0 }),
    'MALFORMED_VALUE strength',
    'MALFORMED_VALUE packSize',
  ],
  ['recordProduct', product({ packSize: -1, brand: ' x' }), 'MALFORMED_TEXT brand', 'MALFORMED_VALUE packSize'],
  [
    'recordPolicyDocument',
    document({ code: 'guobanfa-2019-2', dateAsPrinted: '2021-02-30' }),
    'MALFORMED_VALUE dateAsPrinted',
    'CODE_TAKEN code',
  ],
  ['recordPolicyDocument', document({ dateCorrected: '2021-13' }), 'MALFORMED_VALUE dateCorrected'],
  ['recordPolicyDocument', document({ title: 'x'.repeat(2001) }), 'MALFORMED_TEXT title'],
  ['draftRound', round({ code: 'draft', scheme: 'none' }), 'UNKNOWN_SCHEME scheme', 'CODE_TAKEN code'],
  [
    'draftRound',
    round({ renewsRoundCode: 'none', policyDocumentCode: 'none' }),
    'UNKNOWN_CODE renewsRoundCode',
    'UNKNOWN_CODE policyDocumentCode',
  ],
  ['draftRound', round({ renewsRoundCode: '', policyDocumentCode: '' }), 'UNKNOWN_CODE renewsRoundCode', 'UNKNOWN_CODE policyDocumentCode'],
  ['draftRound', round({ renewsRoundCode: 'stents', note: '' }), 'MALFORMED_TEXT note', 'RENEWS_OTHER_CATEGORY renewsRoundCode'],
  ['addLot', lot({ roundCode: 'none' }), 'UNKNOWN_CODE roundCode'],
  ['addLot', lot({ roundCode: 'bidding', code: theLot }), 'ACTION_NOT_ALLOWED_IN_STATE roundCode', 'CODE_TAKEN code'],
  [
    'addLot',
    lot({ ceilingPrice: '0', priceBefore: '1.00001', baseQuantity: 0 }),
    'MALFORMED_PRICE ceilingPrice',
    'MALFORMED_PRICE priceBefore',
    'QUANTITY_NOT_POSITIVE baseQuantity',
  ],
  ['addLot', lot({ ceilingPrice: '100000000000000', countingUnit: '' }), 'MALFORMED_TEXT countingUnit', 'MALFORMED_PRICE ceilingPrice'],
  ['addLot', lot({ strengthMethod: 'LINEAR' }), 'REFERENCE_STRENGTH_MISSING referenceStrength'],
  ['addLot', lot({ strengthMethod: 'LINEAR', referenceStrength: '1000000000000' }), 'MALFORMED_STRENGTH referenceStrength'],
  ['openDemandReporting', { roundCode: 'none' }, 'UNKNOWN_CODE roundCode'],
  ['openDemandReporting', { roundCode: 'draft', on: '2026-11-22', reason: ' ' }, 'MALFORMED_TEXT reason', 'DATE_IN_FUTURE on'],
  ['openDemandReporting', { roundCode: 'final' }, 'ACTION_NOT_ALLOWED_IN_STATE null'],
  ['openBidding', { roundCode: 'none' }, 'UNKNOWN_CODE roundCode'],
  ['openBidding', { roundCode: 'demand', on: '2022-05-31' }, 'DATE_BEFORE_PREVIOUS_ACT on'],
  ['reportDemand', report({ roundCode: 'none' }), 'UNKNOWN_CODE roundCode'],
  [
    'reportDemand',
    report({ lotCode: 'none', institutionCode: 'none', productCode: 'none' }),
    'UNKNOWN_CODE lotCode',
    'UNKNOWN_CODE institutionCode',
    'UNKNOWN_CODE productCode',
  ],
  [
    'reportDemand',
    report({ productCode: 'stent-a', quantity: -1 }),
    'QUANTITY_NOT_POSITIVE quantity',
    'PRODUCT_OF_OTHER_CATEGORY productCode',
  ],
  ['reportDemand', report({ institutionCode: 'hz-1' }), 'DEMAND_ALREADY_REPORTED institutionCode'],
  ['reportDemand', report({ roundCode: 'bidding' }), 'ACTION_NOT_ALLOWED_IN_STATE roundCode'],
  ['submitBid', bid({ roundCode: 'none' }), 'UNKNOWN_CODE roundCode'],
  ['submitBid', bid({ lotCode: 'none', productCode: 'none' }), 'UNKNOWN_CODE lotCode', 'UNKNOWN_CODE productCode'],
  ['submitBid', bid({ productCode: 'stent-a' }), 'PRODUCT_OF_OTHER_CATEGORY productCode'],
  ['submitBid', bid({ productCode: 'ent-a' }), 'PRODUCT_HAS_BID productCode'],
  ['submitBid', bid({ productCode: 'ent-a-2' }), 'ENTERPRISE_HAS_BID productCode'],
  ['submitBid', bid({ roundCode: 'pilot', productCode: 'ent-a-2' }), 'ENTERPRISE_HAS_BID productCode'],
  ['submitBid', bid({ roundCode: 'demand' }), 'ACTION_NOT_ALLOWED_IN_STATE roundCode'],
  [
    'submitBid',
    bid({ price: '0.00001', declaredCapacity: 0, unitsPerPriceUnit: 0 }),
    'MALFORMED_PRICE price',
    'QUANTITY_NOT_POSITIVE unitsPerPriceUnit',
    'QUANTITY_NOT_POSITIVE declaredCapacity',
  ],
  [
    'submitBid',
    bid({ declaredNotBelowCost: false, priceUnit: '' }),
    'MALFORMED_TEXT priceUnit',
    'COST_DECLARATION_MISSING declaredNotBelowCost',
  ],
  ['submitBid', bid({ lotCode: 'by-strength' }), 'STRENGTH_NOT_ON_RECORD productCode'],
  ['submitBid', bid({ price: '0.0001', unitsPerPriceUnit: 3 }), 'COMPARABLE_PRICE_OUT_OF_RANGE price'],
  ['submitBid', bid({ lotCode: 'by-strength', productCode: 'faint', price: '99999999999999' }), 'COMPARABLE_PRICE_OUT_OF_RANGE price'],
  ['submitBid', bid({ lotCode: 'by-strength', productCode: 'weak' }), 'STRENGTHS_TOO_FAR_APART productCode'],
  ['openBids', { roundCode: 'none' }, 'UNKNOWN_CODE roundCode'],
  ['openBids', { roundCode: 'pilot' }, 'SCHEME_NOT_IN_FORCE on'],
  ['openBids', { roundCode: 'pilot', on: '2019-09-24' }, 'SCHEME_NOT_IN_FORCE on'],
  ['evaluateBids', { roundCode: 'none' }, 'UNKNOWN_CODE roundCode'],
  ['evaluateBids', { roundCode: 'bidding' }, 'ACTION_NOT_ALLOWED_IN_STATE roundCode'],
  ['recordOutcome', outcome({ roundCode: 'judged', productCode: 'ent-b', basis: 'REPLACEMENT' }), 'REPLACEMENT_NEEDS_SUCCESSION basis'],
  ['recordOutcome', outcome({ roundCode: 'none' }), 'UNKNOWN_CODE roundCode'],
  ['recordOutcome', outcome({ lotCode: 'none', productCode: 'none' }), 'UNKNOWN_CODE lotCode', 'UNKNOWN_CODE productCode'],
  [
    'recordOutcome',
    outcome({ productCode: 'none', basis: 'NEGOTIATION' }),
    'UNKNOWN_CODE productCode',
    'EXPERT_MISSING experts',
    'ENTERPRISE_MISSING enterprise',
  ],
  ['recordOutcome', outcome({ roundCode: 'final' }), 'ACTION_NOT_ALLOWED_IN_STATE roundCode', 'OUTCOME_ALREADY_RECORDED productCode'],
  ['recordOutcome', outcome({ roundCode: 'opened' }), 'ACTION_NOT_ALLOWED_IN_STATE productCode'],
  ['recordOutcome', outcome({ productCode: 'stent-a' }), 'PRODUCT_OF_OTHER_CATEGORY productCode'],
  [
    'recordOutcome',
    outcome({ winningPrice: '0', rank: 0, experts: ['a\nb'] }),
    'MALFORMED_TEXT experts.0',
    'MALFORMED_PRICE winningPrice',
    'QUANTITY_NOT_POSITIVE rank',
  ],
  ['recordOutcome', outcome({ winningPrice: null, agreedQuantity: null }), 'PRICE_MISSING winningPrice', 'QUANTITY_MISSING agreedQuantity'],
  [
    'recordOutcome',
    outcome({ agreedQuantity: 0, priceBefore: '0.9999' }),
    'QUANTITY_NOT_POSITIVE agreedQuantity',
    'PRICE_ABOVE_PRICE_BEFORE winningPrice',
  ],
  ['proposeSelection', proposal('none'), 'UNKNOWN_CODE roundCode'],
  [
    'proposeSelection',
    proposal('judged', {}, { agreementYear: 2017, on: '2026-11-22' }),
    'DATE_IN_FUTURE on',
    'MALFORMED_YEAR agreementYear',
  ],
  ['proposeSelection', proposal('opened'), 'BIDS_NOT_EVALUATED roundCode'],
  ['proposeSelection', proposal('without-demand'), 'NO_DEMAND null'],
  ['proposeSelection', proposal('without-bids'), 'NOTHING_SELECTED roundCode'],
  ['proposeSelection', proposal('tied', { choices: wishing('ent-a', 'ent-b') }), 'REGION_ORDER_TIED lots.0.choices'],
  ['proposeSelection', proposal('judged', { choices: wishing('ent-a') }), 'REGION_WISHES_EXHAUSTED lots.0.choices'],
  ['proposeSelection', proposal('three', { choices: wishing('ent-a', 'ent-b', 'ent-c') }), 'QUANTITY_MISSING lots.0'],
  ['proposeSelection', proposal('year-2021', { choices: wishing('ent-a', 'ent-b') }), 'VOLUME_SHARE_NOT_ON_RECORD lots.0.choices'],
  ['proposeSelection', proposal('huge', { choices: wishing('ent-a', 'ent-b') }), 'DEMAND_OUT_OF_RANGE lots.0'],
  ['proposeSelection', proposal('without-bids', { lotCode: 'none' }), 'UNKNOWN_CODE lots.0.lotCode'],
  [
    'proposeSelection',
    proposal('without-bids', {}, { lots: [{ lotCode: theLot }, { lotCode: theLot, chosenPercent: '60.001' }] }),
    'LOT_LISTED_TWICE lots.1.lotCode',
    'MALFORMED_PERCENT lots.1.chosenPercent',
  ],
  ['proposeSelection', proposal('judged', { chosenPercent: '61' }), 'SHARE_OUT_OF_RANGE lots.0.chosenPercent'],
  [
    'proposeSelection',
    proposal('stents', { reassignments: [{ institutionCode: 'nj-1', productCode: 'stent-a', quantity: 10 }] }),
    'REASSIGNED_WITHOUT_DEMAND lots.0.reassignments',
  ],
  [
    'proposeSelection',
    proposal('stents', { reassignments: [{ institutionCode: 'hz-1', productCode: 'stent-b', quantity: 0 }] }),
    'REASSIGNED_TO_NON_SELECTED lots.0.reassignments',
    'REASSIGNED_QUANTITY_NOT_POSITIVE lots.0.reassignments',
    'REASSIGNMENT_NOT_EXACT lots.0.reassignments',
  ],
  ['publiciseSelection', { roundCode: 'none' }, 'UNKNOWN_CODE roundCode'],
  ['publiciseSelection', { roundCode: 'judged' }, 'ACTION_NOT_ALLOWED_IN_STATE null'],
  ['finaliseSelection', { roundCode: 'none' }, 'UNKNOWN_CODE roundCode'],
  ['finaliseSelection', { roundCode: 'publicised' }, 'CAPACITY_BELOW_COMMITMENT capacity'],
  ['correctWinningPrice', correction({ roundCode: 'none' }), 'UNKNOWN_CODE roundCode'],
  [
    'correctWinningPrice',
    correction({ roundCode: 'judged', productCode: 'none', winningPrice: '0', reason: ' ' }),
    'ACTION_NOT_ALLOWED_IN_STATE roundCode',
    'MALFORMED_PRICE winningPrice',
    'MALFORMED_TEXT reason',
    'UNKNOWN_CODE productCode',
  ],
  ['correctWinningPrice', correction({ productCode: 'ent-c' }), 'NOT_SELECTED productCode'],
  ['correctWinningPrice', correction({ winningPrice: '1.0000' }), 'PRICE_UNCHANGED winningPrice'],
  [
    'correctWinningPrice',
    correction({ roundCode: 'GH-HD2020-1', lotCode: 'coronary-stent', productCode: 'HELIOS' }),
    'PRICE_NOT_ON_RECORD winningPrice',
  ],
  ['putRoundInForce', force({ roundCode: 'none', termYears: 1 }), 'UNKNOWN_CODE roundCode'],
  ['putRoundInForce', force({ termYears: 1, lastDay: '2023-10-31' }), 'TERM_NOT_CLEAR termYears'],
  ['putRoundInForce', force({ lastDay: '2022-10-31' }), 'TERM_OUT_OF_RANGE lastDay'],
  ['putRoundInForce', force({ lastDay: '2032-11-01' }), 'TERM_OUT_OF_RANGE lastDay'],
  ['putRoundInForce', force({ inForceFrom: '2999-12-31', lastDay: '2999-12-31' }), 'TERM_OUT_OF_RANGE lastDay'],
  ...[0, -1, 11, 2 ** 31 - 1].map((termYears): [string, object, string] => [
    'putRoundInForce',
    force({ termYears }),
    'TERM_OUT_OF_RANGE lastDay',
  ]),
  ['expireRound', { roundCode: 'none' }, 'UNKNOWN_CODE roundCode'],
  ['expireRound', { roundCode: 'final' }, 'ACTION_NOT_ALLOWED_IN_STATE null'],
  ['renewRound', { roundCode: 'none', renewalCode: 'none' }, 'UNKNOWN_CODE roundCode', 'UNKNOWN_CODE renewalCode'],
  ['renewRound', { roundCode: 'in-force', renewalCode: 'final' }, 'NOT_ITS_RENEWAL renewalCode'],
  ['renewRound', { roundCode: 'final', renewalCode: 'draft' }, 'ACTION_NOT_ALLOWED_IN_STATE null', 'RENEWAL_NOT_FINAL renewalCode'],
  ['recordAgreedVolumes', volumes({ roundCode: 'none' }), 'UNKNOWN_CODE roundCode'],
  [
    'recordAgreedVolumes',
    volumes({ productCode: 'none', agreementYear: 2101 }),
    'MALFORMED_YEAR agreementYear',
    'UNKNOWN_CODE productCode',
  ],
  ['recordAgreedVolumes', volumes({ productCode: 'ent-c' }), 'NOT_SELECTED productCode'],
  ['recordAgreedVolumes', volumes({ lotCode: '' }), 'NOT_SELECTED productCode'],
  ['recordAgreedVolumes', volumes({ productCode: 'ent-a' }), 'LOT_NEEDED lotCode'],
  ['recordAgreedVolumes', volumes({ roundCode: 'publicised' }), 'ACTION_NOT_ALLOWED_IN_STATE roundCode'],
  ['recordAgreedVolumes', volumes(), 'VOLUME_ALREADY_AGREED volumes.0.institutionCode'],
  [
    'recordAgreedVolumes',
    volumes({ agreementYear: 2023, volumes: ['hz-1', 'hz-1', 'none'].map((institutionCode, quantity) => ({ institutionCode, quantity })) }),
    'QUANTITY_NOT_POSITIVE volumes.0.quantity',
    'VOLUME_ALREADY_AGREED volumes.1.institutionCode',
    'UNKNOWN_CODE volumes.2.institutionCode',
  ],
  [
    'recordAgreedVolumes',
    volumes({
      roundCode: 'in-force',
      productCode: 'ent-a',
      agreementYear: 2023,
      volumes: [{ institutionCode: 'hz-1', quantity: 1_000_001 }],
    }),
    'CAPACITY_EXCEEDED quantity',
  ],
  ['amendAgreedVolume', amendment({ roundCode: 'in-force', productCode: 'ent-a', quantity: 1_000_001 }), 'CAPACITY_EXCEEDED quantity'],
  ['amendAgreedVolume', amendment({ roundCode: 'none' }), 'UNKNOWN_CODE roundCode'],
  ['amendAgreedVolume', amendment({ productCode: 'none' }), 'UNKNOWN_CODE productCode'],
  ['amendAgreedVolume', amendment({ productCode: 'ent-a' }), 'LOT_NEEDED lotCode'],
  ['amendAgreedVolume', amendment({ productCode: 'ent-c' }), 'NOT_SELECTED productCode'],
  ['amendAgreedVolume', amendment({ institutionCode: 'none' }), 'UNKNOWN_CODE institutionCode'],
  ['amendAgreedVolume', amendment({ institutionCode: 'nj-1' }), 'VOLUME_NOT_AGREED institutionCode'],
  ['amendAgreedVolume', amendment({ agreementYear: 99_999 }), 'MALFORMED_YEAR agreementYear'],
  [
    'amendAgreedVolume',
    amendment({ quantity: 10, reason: ' ' }),
    'AMENDMENT_REASON_MISSING amendment.reason',
    'QUANTITY_UNCHANGED quantity',
  ],
  ['amendAgreedVolume', amendment({ quantity: 0, reason: 'x'.repeat(2001) }), 'MALFORMED_TEXT reason', 'QUANTITY_NOT_POSITIVE quantity'],
];

/** Refusals that no caller of the API can meet, and why. */
const unreachable = {
  AMENDMENT_NEEDED: 'an agreed volume is changed by an amendment only',
  AMENDMENT_AUTHOR_MISSING: 'the author is the caller',
  AMENDMENT_TIME_MISSING: 'the time is the clock',
  CAPACITY_NOT_DECLARED: 'a recorded bid declares its capacity; rows of past rounds come by file, with their outcome',
  DIVISION_NOT_ON_RECORD: 'a scheme without division proposes no bid',
  PRICE_NOT_POSITIVE: 'MALFORMED_PRICE comes first',
  PRICE_BEFORE_IS_ZERO: 'MALFORMED_PRICE comes first',
  MALFORMED_DECIMAL: 'each field says what is wrong with it in its own words',
  AGREEMENT_NOT_SIGNED: 'no recording asks this rule yet',
  DEMAND_BELOW_FLOOR: 'no recording asks this rule yet',
  LISTING_PRICE_NOT_WINNING_PRICE: 'no recording asks this rule yet',
  RENEWED_QUANTITY_BELOW_PREVIOUS: 'no recording asks this rule yet',
};

/** Every code of a refusal that stands in the use cases, the rules they ask, and what they share. */
function codesInSources(): string[] {
  const folders = [
    'standard',
    'standard/policy',
    'payment',
    'payment/policy',
    'supply',
    'supply/policy',
    'continuity',
    'continuity/policy',
    'negotiation',
    'negotiation/policy',
    'retention',
    'retention/policy',
    'disease-group',
    'disease-group/policy',
    'procurement',
    'procurement/policy',
    'catalogue',
    'platform/approval',
    'platform/journal',
    'platform/graphql',
    'kernel',
  ];
  const files = folders.flatMap((folder) => {
    const at = new URL(`../../src/${folder}/`, import.meta.url);
    return readdirSync(at)
      .filter((name) => name.endsWith('.ts') && !/\.(spec|import|checks|type|clauses)\.ts$|import\.ts$|(errors|scalars)\.ts$/.test(name))
      .map((name) => readFileSync(new URL(name, at), 'utf8'));
  });
  const pattern = /(?:\bcode: |\b(?:refuse|refusal|wrongDay)\(\s*)'([A-Z]+(?:_[A-Z]+)+)'/g;
  return [...new Set(files.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)))].toSorted();
}

describe('each refusal, with nothing changed', () => {
  let app: TestApp;
  let contents: Record<string, string>;
  beforeAll(async () => {
    app = await testApp();
    await roundsToRefuse(app);
    contents = await app.database.contents();
  });
  afterAll(() => app.stop());

  it.each(cases.map(([name, input, ...codes]) => [`${name} ${codes.join(', ')}`, name, input, codes] as const))(
    '%s',
    async (_title, name, input, codes) => {
      const refusals = await refusedWith(app, name, input, contents);
      expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
      for (const { message, messageZh } of refusals) {
        expect(message).toMatch(/^\P{Script=Han}+\.$/u);
        expect(messageZh).toMatch(/\p{Script=Han}.*。$/u);
      }
    },
  );

  it('knows every refusal of the sources', () => {
    const here = cases.flatMap(([, , ...codes]) => codes.map((each) => each.split(' ')[0]!));
    const known = [...here, ...Object.keys(elsewhere), ...Object.keys(unreachable)];
    expect([...new Set(known)].toSorted()).toEqual(codesInSources());
    expect(Object.keys(unreachable).filter((each) => here.includes(each))).toEqual([]);
  });
});
