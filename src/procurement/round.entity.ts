import { defineEntity, p } from '@mikro-orm/core';
import { PolicyDocument, productCategories } from '../catalogue/index.ts';
import { amount, percent, provenanceColumns, quantity } from '../platform/database/base-columns.ts';

/**
 * RECORDED rounds are decided here, and become final by an approval; PUBLIC_SOURCE rounds came by file with their result.
 * BEFORE_APPROVALS: recorded here and final by one person, before approvals were asked for.
 */
export const roundOrigins = ['RECORDED', 'PUBLIC_SOURCE', 'BEFORE_APPROVALS'] as const;
export const organisers = ['NATIONAL', 'ALLIANCE', 'PROVINCIAL'] as const;
export const roundStatuses = [
  'DRAFT',
  'DEMAND_REPORTING',
  'BIDDING',
  'OPENED',
  'PROPOSED',
  'PUBLICISED',
  'FINAL',
  'IN_FORCE',
  'EXPIRED',
  'RENEWED',
] as const;

const schema = defineEntity({
  name: 'Round',
  tableName: 'round',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    nameEn: p.text().nullable(),
    category: p.enum(productCategories),
    organiser: p.enum(organisers),
    scheme: p.text(),
    status: p.enum(roundStatuses),
    openedOn: p.date().nullable(),
    place: p.text().nullable(),
    inForceFrom: p.date().nullable(),
    inForceTo: p.date().nullable(),
    renews: () => p.manyToOne(Round).fieldName('renews_round_id').ref().nullable(),
    policyDocument: () => p.manyToOne(PolicyDocument).fieldName('policy_document_id').ref().nullable(),
    termAsPublished: p.text().nullable(),
    volumeAsPublished: p.text().nullable(),
    tenderedVarieties: p.integer().nullable(),
    selectedVarieties: p.integer().nullable(),
    biddingEnterprises: p.integer().nullable(),
    bidProducts: p.integer().nullable(),
    selectedEnterprises: p.integer().nullable(),
    selectedProductCount: p.integer().nullable(),
    averageCutPercent: percent().nullable(),
    maximumCutPercent: percent().nullable(),
    reportingInstitutions: p.integer().nullable(),
    firstYearQuantity: quantity().nullable(),
    savingAsPublished: amount().nullable(),
    note: p.text().nullable(),
    origin: p.enum(roundOrigins),
    /** The proposal whose approval made the selection final. */
    approvalId: p.uuid().nullable(),
    ...provenanceColumns,
  },
});

/** A procurement round (批次). The columns from `termAsPublished` on are figures as published, not computed from rows. */
export class Round extends schema.class {}
schema.setClass(Round);
