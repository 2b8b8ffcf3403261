import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { stateTable } from '../../kernel/state-table.ts';
import { documents } from './documents.ts';

/**
 * The states of a supply complaint.
 * @source flcube.com/?p=9889 ("verified supply complaints")
 */
export type ComplaintState = 'RECORDED' | 'VERIFIED' | 'DISMISSED' | 'SUCCEEDED';

/**
 * What is done with a supply complaint.
 * @source flcube.com/?p=9889
 */
export type ComplaintAction = 'verify' | 'dismiss' | 'succeed';

/**
 * A complaint leads to a succession only once it is verified.
 * @source flcube.com/?p=9889 ("verified supply complaints may turn a backup's product into a selected one")
 */
export const complaintStatesRule = defineRule({
  id: 'continuity.complaint-states',
  title: 'States of a supply complaint',
  titleZh: '供应投诉状态',
  statement:
    'A supply complaint is recorded, then verified or dismissed by an expert; a verified one may lead to one succession, and is closed by it.',
  statementZh: '供应投诉录入后由专家核实或驳回；经核实的可引出一次接替，并随之办结。',
  source: [source(documents.supply, '"verified supply complaints"')],
  traces: ['RI2'],
});

/**
 * The table: which action is possible in which state, and where it leads.
 * @source flcube.com/?p=9889
 */
export const complaintStates = stateTable<ComplaintState, ComplaintAction>({
  rule: complaintStatesRule.id,
  subject: { en: 'complaint', zh: '投诉' },
  states: {
    RECORDED: { en: 'recorded', zh: '已录入' },
    VERIFIED: { en: 'verified', zh: '已核实' },
    DISMISSED: { en: 'dismissed', zh: '已驳回' },
    SUCCEEDED: { en: 'closed by a succession', zh: '已接替' },
  },
  actions: {
    verify: { words: { en: 'verify the complaint', zh: '核实投诉' }, from: ['RECORDED'], to: 'VERIFIED' },
    dismiss: { words: { en: 'dismiss the complaint', zh: '驳回投诉' }, from: ['RECORDED'], to: 'DISMISSED' },
    succeed: { words: { en: 'transfer the supply', zh: '转由他企供应' }, from: ['VERIFIED'], to: 'SUCCEEDED' },
  },
});
