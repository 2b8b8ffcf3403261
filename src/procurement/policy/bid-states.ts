import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { stateTable } from '../../kernel/state-table.ts';
import type { BidOutcome } from './bid-evaluation.ts';
import { documents } from './documents.ts';

/**
 * The states of a bid. Sealed: nobody but the bidder reads it. Between opening and the final result it stands where
 * the evaluation has put it.
 * @source medicaltrend.org 2021-02-07; general knowledge of the field
 */
export type BidState = 'SEALED' | 'OPENED' | BidOutcome | 'SELECTED' | 'WITHDRAWN';

/**
 * What is done with a bid.
 * @source general knowledge of the field
 */
export type BidAction =
  | 'open'
  | 'findInvalid'
  | 'leaveOffShortlist'
  | 'passOver'
  | 'negotiate'
  | 'leaveUndecided'
  | 'propose'
  | 'select'
  | 'withdraw';

/**
 * The life of a bid, from the sealed envelope to selection or not.
 * @source medicaltrend.org 2021-02-07; general knowledge of the field
 */
export const bidStatesRule = defineRule({
  id: 'procurement.bid-states',
  title: 'States of a bid',
  titleZh: '报价状态',
  statement:
    'A bid is sealed until opened; the evaluation, which may be repeated until a selection is final, finds it invalid, off the shortlist, passed over, to be negotiated, undecided or proposed; a proposed, negotiated or undecided one may be selected by record; a selected one may be withdrawn.',
  statementZh:
    '报价开标前密封；评审（结果确定前可重复）判定无效、未入围、未中选、需谈判、无法判定或拟中选；拟中选、谈判成功或经录入确定的中选；中选后可退出。',
  source: [source(documents.fieldPractice), source('tellerreport.com 2021-08-25 (withdrawal, 2021)')],
  traces: ['RB1'],
});

/** What the evaluation may move: an opened bid, and one that it has moved before. */
const evaluable: readonly BidState[] = ['OPENED', 'INVALID', 'NOT_SHORTLISTED', 'NOT_SELECTED', 'NEGOTIATE', 'UNDECIDED', 'PROPOSED'];

/**
 * The table: which action is possible in which state, and where it leads.
 * @source general knowledge of the field
 */
export const bidStates = stateTable<BidState, BidAction>({
  rule: bidStatesRule.id,
  subject: { en: 'bid', zh: '报价' },
  states: {
    SEALED: { en: 'sealed', zh: '密封' },
    OPENED: { en: 'opened', zh: '已开标' },
    INVALID: { en: 'invalid', zh: '无效' },
    NOT_SHORTLISTED: { en: 'not shortlisted', zh: '未入围' },
    NOT_SELECTED: { en: 'not selected', zh: '未中选' },
    NEGOTIATE: { en: 'to be negotiated', zh: '需谈判' },
    UNDECIDED: { en: 'undecided', zh: '无法判定' },
    PROPOSED: { en: 'proposed', zh: '拟中选' },
    SELECTED: { en: 'selected', zh: '中选' },
    WITHDRAWN: { en: 'withdrawn', zh: '退出' },
  },
  actions: {
    open: { words: { en: 'open the bid', zh: '开标' }, from: ['SEALED'], to: 'OPENED' },
    findInvalid: { words: { en: 'find the bid invalid', zh: '判定报价无效' }, from: evaluable, to: 'INVALID' },
    leaveOffShortlist: { words: { en: 'leave the bid off the shortlist', zh: '判定未入围' }, from: evaluable, to: 'NOT_SHORTLISTED' },
    passOver: { words: { en: 'pass over the bid', zh: '判定未中选' }, from: evaluable, to: 'NOT_SELECTED' },
    negotiate: { words: { en: 'negotiate the bid', zh: '转入谈判' }, from: evaluable, to: 'NEGOTIATE' },
    leaveUndecided: { words: { en: 'leave the bid undecided', zh: '判定无法确定' }, from: evaluable, to: 'UNDECIDED' },
    propose: { words: { en: 'propose the bid', zh: '拟中选' }, from: evaluable, to: 'PROPOSED' },
    select: { words: { en: 'select the bid', zh: '中选' }, from: ['PROPOSED', 'NEGOTIATE', 'UNDECIDED'], to: 'SELECTED' },
    withdraw: { words: { en: 'withdraw the bid', zh: '退出' }, from: ['SELECTED'], to: 'WITHDRAWN' },
  },
});

/**
 * The action by which the evaluation moves a bid to its outcome.
 * @source none: a table beside a table
 */
export const actionOfOutcome: Readonly<Record<BidOutcome, BidAction>> = {
  INVALID: 'findInvalid',
  NOT_SHORTLISTED: 'leaveOffShortlist',
  NOT_SELECTED: 'passOver',
  NEGOTIATE: 'negotiate',
  UNDECIDED: 'leaveUndecided',
  PROPOSED: 'propose',
};
