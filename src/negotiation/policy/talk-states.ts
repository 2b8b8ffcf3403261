import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { stateTable } from '../../kernel/state-table.ts';
import { documents } from './documents.ts';

/**
 * The states of a price talk, in the order of its life.
 * @source fx361.cc/page/2017/1114/15643014.shtml
 */
export type TalkState = 'PREPARED' | 'ENVELOPE_SEALED' | 'FIRST_QUOTE' | 'SECOND_QUOTE' | 'BARGAINING' | 'SUCCESS' | 'FAILED';

/**
 * What is done with a price talk.
 * @source fx361.cc/page/2017/1114/15643014.shtml
 */
export type TalkAction =
  | 'sealExpectedPrice'
  | 'quoteFirst'
  | 'openExpectedPrice'
  | 'quoteSecond'
  | 'beginBargaining'
  | 'failByCorridor'
  | 'bargain'
  | 'succeed'
  | 'sign'
  | 'fail';

/**
 * The life of a price talk. The expected price is sealed before the first quote and never written again; it is opened
 * before the second, however low the first one was.
 * @source fx361.cc/page/2017/1114/15643014.shtml; that it is opened between the two quotes is a convention of this system
 */
export const talkStatesRule = defineRule({
  id: 'negotiation.talk-states',
  title: 'States of a price talk',
  titleZh: '谈判状态',
  statement:
    'A price talk is prepared, its expected price is sealed once, the enterprise quotes, the expected price is opened for the group, and the enterprise quotes a second time, also where the first quote was low enough. The second quote ends the talk or leads to bargaining, which ends in success or failure. Nothing is quoted after the end; a talk that is not over may be ended without success.',
  statementZh:
    '谈判依次经过准备、密封底价（仅一次）、第一次报价、专家组启封底价、第二次报价；第一次报价已低于底价的，仍进行第二次报价。第二次报价后谈判终止或进入磋商，磋商以成功或失败结束；结束后不得再报价。谈判结束前可终止而未达成一致。',
  source: [
    source(documents.onSite2017, 'sealed expected price, two quotes, bargaining'),
    source(documents.ourConvention, 'sealed once, opened between the two quotes, not told to the enterprise'),
  ],
  traces: ['RH1', 'RH2'],
});

const open: readonly TalkState[] = ['PREPARED', 'ENVELOPE_SEALED', 'FIRST_QUOTE', 'BARGAINING'];

/**
 * The table: which action is possible in which state, and where it leads. A second quote is judged at once, so that no
 * talk stays where it is only waiting for the judgement.
 * @source fx361.cc/page/2017/1114/15643014.shtml
 */
export const talkStates = stateTable<TalkState, TalkAction>({
  rule: talkStatesRule.id,
  subject: { en: 'talk', zh: '谈判' },
  states: {
    PREPARED: { en: 'prepared', zh: '已准备' },
    ENVELOPE_SEALED: { en: 'sealed', zh: '底价已密封' },
    FIRST_QUOTE: { en: 'at its first quote', zh: '第一次报价' },
    SECOND_QUOTE: { en: 'at its second quote', zh: '第二次报价' },
    BARGAINING: { en: 'in bargaining', zh: '磋商' },
    SUCCESS: { en: 'ended with success', zh: '谈判成功' },
    FAILED: { en: 'ended without success', zh: '谈判失败' },
  },
  actions: {
    sealExpectedPrice: { words: { en: 'seal the expected price', zh: '密封底价' }, from: ['PREPARED'], to: 'ENVELOPE_SEALED' },
    quoteFirst: { words: { en: 'record the first quote', zh: '录入第一次报价' }, from: ['ENVELOPE_SEALED'], to: 'FIRST_QUOTE' },
    openExpectedPrice: { words: { en: 'open the expected price', zh: '启封底价' }, from: ['FIRST_QUOTE'], to: 'FIRST_QUOTE' },
    quoteSecond: { words: { en: 'record the second quote', zh: '录入第二次报价' }, from: ['FIRST_QUOTE'], to: 'SECOND_QUOTE' },
    beginBargaining: { words: { en: 'begin to bargain', zh: '进入磋商' }, from: ['SECOND_QUOTE'], to: 'BARGAINING' },
    failByCorridor: { words: { en: 'end the talk by the second quote', zh: '因第二次报价终止谈判' }, from: ['SECOND_QUOTE'], to: 'FAILED' },
    bargain: { words: { en: 'record an offer', zh: '录入磋商报价' }, from: ['BARGAINING'], to: 'BARGAINING' },
    succeed: { words: { en: 'conclude the talk', zh: '达成一致' }, from: ['BARGAINING'], to: 'SUCCESS' },
    sign: { words: { en: 'sign the result', zh: '签署结果' }, from: ['SUCCESS'], to: 'SUCCESS' },
    fail: { words: { en: 'end the talk without success', zh: '终止谈判' }, from: open, to: 'FAILED' },
  },
});
