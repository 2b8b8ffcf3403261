import { filesBy, type RecordedFile } from '../platform/tables/recorded-file.ts';
import { agreedVolumeImport } from './agreed-volume.import.ts';
import { recordAgreedVolumeRows } from './agreed-volume-rows.ts';
import { demandImport } from './demand.import.ts';
import { addLot, draftRound } from './draft-round.ts';
import { lotImport } from './lot.import.ts';
import { recordOutcome } from './record-outcome.ts';
import { reportDemand } from './report-demand.ts';
import { procurementActs } from './rights.ts';
import { roundImport } from './round.import.ts';
import { selectedProductImport } from './selected-product.import.ts';

const { ofRows, ofBatch } = filesBy(procurementActs);

/** The files that experts may give the server, and institutions those of their demand. */
export const procurementFiles: readonly RecordedFile[] = [
  ofRows(roundImport, 'draftRound', 'Round', draftRound),
  ofRows(lotImport, 'addLot', 'Lot', addLot),
  ofRows(demandImport, 'reportDemand', 'DemandReport', reportDemand),
  ofRows(selectedProductImport, 'recordOutcome', 'SelectedProduct', recordOutcome),
  ofBatch(agreedVolumeImport, 'recordAgreedVolumes', 'SelectedProduct', recordAgreedVolumeRows),
];
