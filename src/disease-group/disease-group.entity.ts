import { defineEntity, p } from '@mikro-orm/core';
import { Area, productCategories } from '../catalogue/index.ts';
import { amount, provenanceColumns } from '../platform/database/base-columns.ts';
import { Round } from '../procurement/index.ts';

const group = defineEntity({
  name: 'DiseaseGroup',
  tableName: 'disease_group',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    ...provenanceColumns,
  },
});

/** A disease group or type of a pooling area (病组, 病种), as that area numbers it. */
export class DiseaseGroup extends group.class {}
group.setClass(DiseaseGroup);

const concern = defineEntity({
  name: 'GroupConcern',
  tableName: 'group_concern',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    groupId: p.uuid(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref(),
    category: p.enum(productCategories),
    startsOn: p.date(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** That a round's products are used in a group, and since when the area's result of the round takes effect. Insert-only. */
export class GroupConcern extends concern.class {}
concern.setClass(GroupConcern);

const standard = defineEntity({
  name: 'GroupStandard',
  tableName: 'group_standard',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    groupId: p.uuid(),
    effectiveFrom: p.date(),
    amount: amount(),
    ruleReference: p.text().nullable(),
    source: p.text(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref().nullable(),
    startsOn: p.date().nullable(),
    standardBefore: amount().nullable(),
    ...provenanceColumns,
  },
});

/**
 * The payment standard of a group from a day on (病组支付标准), until the next one. Insert-only. It keeps what it was judged
 * beside: the latest round that concerned the group by then, its start, and the standard before that.
 */
export class GroupStandard extends standard.class {}
standard.setClass(GroupStandard);

export const reviewOutcomes = ['KEPT', 'RAISED', 'LOWERED'] as const;

const review = defineEntity({
  name: 'GroupReview',
  tableName: 'group_review',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    concernId: p.uuid(),
    groupId: p.uuid(),
    dueOn: p.date(),
    reviewedOn: p.date(),
    outcome: p.enum(reviewOutcomes),
    ruleReference: p.text(),
    ...provenanceColumns,
  },
});

/** That the standard of a concerned group was reviewed after its first year, and what came of it. Insert-only. */
export class GroupReview extends review.class {}
review.setClass(GroupReview);
