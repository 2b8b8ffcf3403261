import { EnterpriseType, InstitutionType } from '../catalogue/index.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { one, pages, pointers, queries, reads } from '../platform/graphql/reads.ts';
import { AgreementType, DeliveryType } from '../supply/index.ts';
import { payableEntryList, payableList } from './lists.ts';
import { PayableEntry } from './payable-entry.entity.ts';
import { Payable } from './payable.entity.ts';
import { PayableConnection, PayableEntryConnection, PayableEntryType, PayableType } from './payable.type.ts';
import { payableStandings } from './standing.reads.ts';

/** What is asked of payment by itself. */
export const PaymentQueries = queries({
  payables: pages(() => PayableConnection, payableList, always('What is payable, the earliest due first.', '应付货款,最早到期的在前。')),
});

// Supply does not know payment, so what payment adds to its types is said here.
pointers(DeliveryType, {
  payable: one(
    () => PayableType,
    ['areaCode', 'id'],
    maybe('What is owed for it; null until something of it was accepted.', '应付货款;无验收合格数量时为空。'),
    payableList.list.visible,
  ),
});
pointers(AgreementType, {
  payables: pages(
    () => PayableConnection,
    payableList,
    always('What is payable for its deliveries, the earliest due first.', '该协议各次到货的应付货款,最早到期的在前。'),
    'agreement_id',
  ),
});

const payableReads = reads(
  PayableType,
  'Payable',
  Payable,
  {
    ...payableStandings,
    agreement: one(() => AgreementType, ['area', 'agreementId'], always('The agreement under which it was delivered.', '所属购销协议。')),
    delivery: one(() => DeliveryType, ['area', 'id'], always('The accepted delivery that it is owed for.', '对应的到货。')),
    enterprise: one(() => EnterpriseType, 'enterprise', always('The winning enterprise.', '中选企业。')),
    institution: one(() => InstitutionType, 'institution', always('The institution that owes.', '付款医疗机构。')),
    payee: one(() => EnterpriseType, 'payee', always('Who is paid: the enterprise or its distributor.', '收款方:中选企业或其配送企业。')),
    entries: pages(
      () => PayableEntryConnection,
      payableEntryList,
      always('What changed it, the earliest first.', '全部分录,最早发生的在前。'),
    ),
  },
  { key: ['area', 'id'], visible: payableList.list.visible },
);

const payableEntryReads = reads(
  PayableEntryType,
  'PayableEntry',
  PayableEntry,
  {},
  { key: ['areaCode', 'id'], visible: payableEntryList.list.visible },
);

/** What the fields of payment's types mean, beside the columns of their names. */
export const paymentReads = [payableReads, payableEntryReads];
