import { type Clause, clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * What a bid must meet to be valid.
 * @source none: ids of rules
 */
export type ValidityRule =
  | 'procurement.ceiling-price'
  | 'procurement.earlier-round-price-limit'
  | 'procurement.one-bid-per-enterprise'
  | 'procurement.cost-declaration'
  | 'procurement.quality-consistency';

/**
 * What narrows the valid bids to the shortlist, in this order.
 * @source none: ids of rules
 */
export type ShortlistRule = 'procurement.manufacturer-limit' | 'procurement.shortlist-limit';

/**
 * Of what a shortlisted bid needs to meet one; the first is "rule one".
 * @source none: ids of rules
 */
export type EligibilityRule =
  | 'procurement.price-ratio-limit'
  | 'procurement.fixed-price-limit'
  | 'procurement.ceiling-cut'
  | 'procurement.former-highest-price-limit';

/**
 * A procurement scheme as data: which rules apply, in which order. `selection` says how bids are selected: by
 * comparing them with each other, each alone, or not on record.
 * @source none: a shape of this system, not a rule
 */
export interface SchemeTerms {
  validity: readonly ValidityRule[];
  selection: 'BY_COMPARISON' | 'EACH_ALONE' | 'NOT_ON_RECORD';
  minimumCompetition: boolean;
  shortlist: readonly ShortlistRule[];
  eligibility: readonly EligibilityRule[];
  winnerLimit: boolean;
  revival: boolean;
  listedOnly: readonly 'procurement.highest-price-exclusion'[];
  share: 'procurement.volume-share' | 'procurement.renewal-share' | 'procurement.intended-volume' | null;
  division: 'WHOLE_TO_WINNER' | 'BY_REGION' | 'BY_SHARE' | 'BY_INTENDED_VOLUME' | null;
}

const drug: SchemeTerms = {
  validity: [
    'procurement.ceiling-price',
    'procurement.one-bid-per-enterprise',
    'procurement.quality-consistency',
    'procurement.cost-declaration',
  ],
  selection: 'BY_COMPARISON',
  minimumCompetition: false,
  shortlist: ['procurement.shortlist-limit'],
  eligibility: ['procurement.price-ratio-limit', 'procurement.fixed-price-limit', 'procurement.ceiling-cut'],
  winnerLimit: true,
  revival: false,
  listedOnly: ['procurement.highest-price-exclusion'],
  share: 'procurement.volume-share',
  division: 'BY_REGION',
};

const stent: SchemeTerms = {
  ...drug,
  validity: ['procurement.ceiling-price', 'procurement.cost-declaration'],
  shortlist: ['procurement.manufacturer-limit', 'procurement.shortlist-limit'],
  eligibility: ['procurement.price-ratio-limit', 'procurement.fixed-price-limit'],
  winnerLimit: false,
  listedOnly: [],
  share: 'procurement.intended-volume',
  division: 'BY_INTENDED_VOLUME',
};

const notOnRecord: SchemeTerms = {
  ...drug,
  validity: ['procurement.ceiling-price', 'procurement.cost-declaration'],
  selection: 'NOT_ON_RECORD',
  shortlist: [],
  eligibility: [],
  winnerLimit: false,
  listedOnly: [],
  share: null,
  division: null,
};

/**
 * The schemes, each with its terms by the opening day of a round. A new round's rules are a new row here.
 * @source the document of each round, as cited in the rows
 */
export const schemeClauses = clauseTable<SchemeTerms>('procurement.scheme', [
  {
    from: '2018-12-06',
    to: '2019-09-24',
    scheme: 'pilot-4plus7',
    value: { ...drug, minimumCompetition: true, shortlist: [], eligibility: [], listedOnly: [], division: 'WHOLE_TO_WINNER' },
    source: source(documents.pilotTender),
    confidence: 'HIGH',
  },
  {
    from: '2019-09-24',
    to: '2020-01-17',
    scheme: 'alliance-expansion-2019',
    value: {
      ...drug,
      validity: [
        'procurement.ceiling-price',
        'procurement.earlier-round-price-limit',
        'procurement.one-bid-per-enterprise',
        'procurement.quality-consistency',
        'procurement.cost-declaration',
      ],
      shortlist: [],
      eligibility: [],
      listedOnly: [],
    },
    source: source(documents.expansionReport),
    confidence: 'MEDIUM',
  },
  {
    from: '2020-01-17',
    to: '2024-12-12',
    scheme: 'national-drug',
    value: drug,
    source: source(documents.round7Rules),
    confidence: 'MEDIUM',
    note: 'rounds 2 to 9; stated for round 7',
  },
  {
    from: '2024-12-12',
    to: '2025-10-27',
    scheme: 'national-drug',
    value: { ...drug, eligibility: ['procurement.price-ratio-limit', 'procurement.fixed-price-limit'], revival: true, listedOnly: [] },
    source: source(documents.round10Rules),
    confidence: 'HIGH',
    note: 'round 10',
  },
  {
    from: '2025-10-27',
    to: null,
    scheme: 'national-drug',
    value: { ...drug, eligibility: ['procurement.price-ratio-limit', 'procurement.fixed-price-limit'], listedOnly: [] },
    source: source(documents.round11Rules),
    confidence: 'HIGH',
    note: 'round 11, until the document of a later round replaces it',
  },
  {
    from: '2021-11-26',
    to: null,
    scheme: 'national-insulin',
    value: notOnRecord,
    source: source(documents.fieldPractice, 'insulin groups'),
    confidence: 'LOW',
    note: 'selection in groups A, B, C: not on record',
  },
  {
    from: '2020-11-05',
    to: '2022-11-29',
    scheme: 'national-stent',
    value: stent,
    source: source(documents.stents2020Selection),
    confidence: 'MEDIUM',
  },
  {
    from: '2022-11-29',
    to: null,
    scheme: 'national-stent',
    value: {
      ...stent,
      validity: ['procurement.cost-declaration'],
      selection: 'EACH_ALONE',
      shortlist: [],
      eligibility: ['procurement.former-highest-price-limit'],
    },
    source: source(documents.stents2022),
    confidence: 'HIGH',
    note: 'renewal',
  },
  {
    from: '2020-01-01',
    to: '2021-01-01',
    scheme: 'intraocular-lens-3plus6',
    value: { ...notOnRecord, division: 'BY_SHARE' },
    source: source(documents.lens2020),
    confidence: 'MEDIUM',
    note: 'only the division of volume is on record; the year is that of the document',
  },
  {
    from: '2022-01-01',
    to: '2023-01-01',
    scheme: 'yangtze-delta-renewal',
    value: { ...notOnRecord, share: 'procurement.renewal-share', division: 'WHOLE_TO_WINNER' },
    source: source(documents.yangtze),
    confidence: 'MEDIUM',
    note: 'the year is that of the document number',
  },
]);

/**
 * The codes of the schemes on record.
 * @source none: names of this system
 */
export const schemeCodes: readonly string[] = [...new Set(schemeClauses.rows.map((row: Clause<SchemeTerms>) => row.scheme ?? ''))];
