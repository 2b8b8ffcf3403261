import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { stateTable } from '../../kernel/state-table.ts';
import { documents } from './documents.ts';

/**
 * The states of a bid. Sealed: nobody but the bidder reads it.
 * @source medicaltrend.org 2021-02-07; general knowledge of the field
 */
export type BidState = 'SEALED' | 'OPENED' | 'VALID' | 'INVALID' | 'SHORTLISTED' | 'SELECTED' | 'NOT_SELECTED' | 'WITHDRAWN';

/**
 * What is done with a bid.
 * @source general knowledge of the field
 */
export type BidAction = 'open' | 'findValid' | 'findInvalid' | 'shortlist' | 'select' | 'passOver' | 'substitute' | 'withdraw';

/**
 * The life of a bid, from the sealed envelope to selection or not.
 * @source medicaltrend.org 2021-02-07; general knowledge of the field
 */
export const bidStatesRule = defineRule({
  id: 'procurement.bid-states',
  title: 'States of a bid',
  titleZh: '报价状态',
  statement:
    'A bid is sealed until opened, then valid or invalid, shortlisted, selected or not; a selected one may be withdrawn and another take its place.',
  statementZh: '报价开标前密封，开标后判定有效或无效，再入围、中选或未中选；中选后可退出，由替补企业递补。',
  source: [source(documents.fieldPractice), source('tellerreport.com 2021-08-25 (withdrawal and substitute, 2021)')],
  traces: ['RB1'],
});

/**
 * The table: which action is possible in which state, and where it leads. A scheme without shortlist selects from
 * the valid bids; a substitute (替补) comes from those not selected.
 * @source general knowledge of the field
 */
export const bidStates = stateTable<BidState, BidAction>({
  rule: bidStatesRule.id,
  subject: { en: 'bid', zh: '报价' },
  states: {
    SEALED: { en: 'sealed', zh: '密封' },
    OPENED: { en: 'opened', zh: '已开标' },
    VALID: { en: 'valid', zh: '有效' },
    INVALID: { en: 'invalid', zh: '无效' },
    SHORTLISTED: { en: 'shortlisted', zh: '入围' },
    SELECTED: { en: 'selected', zh: '中选' },
    NOT_SELECTED: { en: 'not selected', zh: '未中选' },
    WITHDRAWN: { en: 'withdrawn', zh: '退出' },
  },
  actions: {
    open: { words: { en: 'open the bid', zh: '开标' }, from: ['SEALED'], to: 'OPENED' },
    findValid: { words: { en: 'find the bid valid', zh: '判定报价有效' }, from: ['OPENED'], to: 'VALID' },
    findInvalid: { words: { en: 'find the bid invalid', zh: '判定报价无效' }, from: ['OPENED'], to: 'INVALID' },
    shortlist: { words: { en: 'shortlist the bid', zh: '入围' }, from: ['VALID'], to: 'SHORTLISTED' },
    select: { words: { en: 'select the bid', zh: '中选' }, from: ['VALID', 'SHORTLISTED'], to: 'SELECTED' },
    passOver: { words: { en: 'pass over the bid', zh: '判定未中选' }, from: ['VALID', 'SHORTLISTED'], to: 'NOT_SELECTED' },
    substitute: { words: { en: 'let the bid substitute a withdrawn one', zh: '替补中选' }, from: ['NOT_SELECTED'], to: 'SELECTED' },
    withdraw: { words: { en: 'withdraw the bid', zh: '退出' }, from: ['SELECTED', 'NOT_SELECTED'], to: 'WITHDRAWN' },
  },
});
