import { defineEntity, p } from '@mikro-orm/core';
import { Area, Enterprise, Institution } from '../catalogue/index.ts';
import { amount, provenanceColumns } from '../platform/database/base-columns.ts';
import { SelectedProduct } from '../procurement/index.ts';

const schema = defineEntity({
  name: 'Payable',
  tableName: 'payable',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    agreementId: p.uuid(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref(),
    payee: () => p.manyToOne(Enterprise).fieldName('payee_id').ref(),
    amount: amount(),
    openAmount: amount(),
    acceptedOn: p.date(),
    dueOn: p.date(),
    deadlineClause: p.text(),
    settledOn: p.date().nullable(),
    ...provenanceColumns,
  },
});

/**
 * What an institution owes for one accepted delivery (应付货款), under the delivery's own key. `openAmount` and `settledOn`
 * say how it stands now and follow from its entries, which say how it stood on any day.
 */
export class Payable extends schema.class {}
schema.setClass(Payable);
