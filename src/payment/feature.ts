import type { Feature } from '../platform/feature.ts';
import { acceptanceImport } from './acceptance.import.ts';
import { CalendarDay } from './calendar-day.entity.ts';
import { calendarImport } from './calendar.import.ts';
import { DueResolver } from './due.resolver.ts';
import { paymentImport } from './payment.import.ts';
import { PayableEntry } from './payable-entry.entity.ts';
import { PayableEntryRollup, PayableRollup } from './payable-rollup.entity.ts';
import { Payable } from './payable.entity.ts';
import { payableExport } from './payable.export.ts';
import { paymentFiles } from './payment.files.ts';
import { PaymentQueries, paymentReads } from './payment.reads.ts';
import { prepaymentExport } from './prepayment.export.ts';
import { PrepaymentMovement } from './prepayment-movement.entity.ts';
import { PrepaymentRatio } from './prepayment-ratio.entity.ts';
import { Prepayment } from './prepayment.entity.ts';
import { PrepaymentQueries, prepaymentReads } from './prepayment.reads.ts';
import { PrepaymentResolver } from './prepayment.resolver.ts';
import { PaymentRecordingResolver } from './recording.resolver.ts';
import { rebuildPayableEntryRollup, rebuildPayableRollup } from './roll-up-payables.ts';
import { rules } from './policy/index.ts';

/** What is due and when, what was paid, and what the fund prepaid. */
export const payment: Feature = {
  name: 'payment',
  entities: [CalendarDay, Payable, PayableEntry, PayableRollup, PayableEntryRollup, PrepaymentRatio, Prepayment, PrepaymentMovement],
  rules,
  resolvers: [PaymentQueries, PaymentRecordingResolver, DueResolver, PrepaymentQueries, PrepaymentResolver],
  reads: [...paymentReads, ...prepaymentReads],
  tables: [calendarImport],
  acts: [acceptanceImport, paymentImport],
  files: paymentFiles,
  exports: [payableExport, prepaymentExport],
  rollups: { payable_rollup: rebuildPayableRollup, payable_entry_rollup: rebuildPayableEntryRollup },
};
