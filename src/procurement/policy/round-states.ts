import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { stateTable } from '../../kernel/state-table.ts';
import { documents } from './documents.ts';

/**
 * The states of a round, in the order of its life.
 * @source flcube.com/?p=9889 (publicity, announcement, signing); order as practised in the field
 */
export type RoundState =
  | 'DRAFT'
  | 'DEMAND_REPORTING'
  | 'BIDDING'
  | 'OPENED'
  | 'PROPOSED'
  | 'PUBLICISED'
  | 'FINAL'
  | 'IN_FORCE'
  | 'EXPIRED'
  | 'RENEWED';

/**
 * What is done with a round.
 * @source flcube.com/?p=9889
 */
export type RoundAction =
  | 'openDemandReporting'
  | 'openBidding'
  | 'openBids'
  | 'proposeSelection'
  | 'publicise'
  | 'finalise'
  | 'putInForce'
  | 'expire'
  | 'renew';

/**
 * The life of a round, from draft to expiry or renewal.
 * @source flcube.com/?p=9889 (publicity, announcement, signing)
 */
export const roundStatesRule = defineRule({
  id: 'procurement.round-states',
  title: 'States of a round',
  titleZh: '采购批次状态',
  statement:
    'A round goes from draft through demand reporting, bidding, opening, proposal, publicity and final result into force, and expires or is renewed; no step is skipped.',
  statementZh: '采购批次依次经过草稿、报量、申报、开标、拟中选、公示、中选、执行，最后到期或接续；不得跳步。',
  source: [source(documents.supply, 'publicity, announcement, signing'), source(documents.fieldPractice)],
  traces: ['RB8'],
});

/**
 * The table: which action is possible in which state, and where it leads. Bids are evaluated while the round is
 * opened; a renewal (接续) may start before or after expiry.
 * @source flcube.com/?p=9889; 医保办发〔2021〕44号 (renewal after expiry)
 */
export const roundStates = stateTable<RoundState, RoundAction>({
  rule: roundStatesRule.id,
  subject: { en: 'round', zh: '批次' },
  states: {
    DRAFT: { en: 'a draft', zh: '草稿' },
    DEMAND_REPORTING: { en: 'in demand reporting', zh: '报量' },
    BIDDING: { en: 'open for bids', zh: '申报' },
    OPENED: { en: 'opened', zh: '已开标' },
    PROPOSED: { en: 'proposed', zh: '拟中选' },
    PUBLICISED: { en: 'publicised', zh: '公示' },
    FINAL: { en: 'final', zh: '中选结果确定' },
    IN_FORCE: { en: 'in force', zh: '执行' },
    EXPIRED: { en: 'expired', zh: '到期' },
    RENEWED: { en: 'renewed', zh: '已接续' },
  },
  actions: {
    openDemandReporting: { words: { en: 'open demand reporting', zh: '开始报量' }, from: ['DRAFT'], to: 'DEMAND_REPORTING' },
    openBidding: { words: { en: 'open bidding', zh: '开始申报' }, from: ['DEMAND_REPORTING'], to: 'BIDDING' },
    openBids: { words: { en: 'open the bids', zh: '开标' }, from: ['BIDDING'], to: 'OPENED' },
    proposeSelection: { words: { en: 'propose the selection', zh: '提出拟中选结果' }, from: ['OPENED'], to: 'PROPOSED' },
    publicise: { words: { en: 'publicise the proposed result', zh: '公示拟中选结果' }, from: ['PROPOSED'], to: 'PUBLICISED' },
    finalise: { words: { en: 'finalise the result', zh: '公布中选结果' }, from: ['PUBLICISED'], to: 'FINAL' },
    putInForce: { words: { en: 'put the result in force', zh: '执行中选结果' }, from: ['FINAL'], to: 'IN_FORCE' },
    expire: { words: { en: 'let the round expire', zh: '结束采购周期' }, from: ['IN_FORCE'], to: 'EXPIRED' },
    renew: { words: { en: 'renew the round', zh: '接续采购' }, from: ['IN_FORCE', 'EXPIRED'], to: 'RENEWED' },
  },
});
