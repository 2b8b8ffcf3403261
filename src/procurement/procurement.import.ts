import type { TableImport } from '../platform/tables/table-import.ts';
import { agreedVolumeImport } from './agreed-volume.import.ts';
import { bidImport } from './bid.import.ts';
import { demandImport } from './demand.import.ts';
import { lotImport } from './lot.import.ts';
import { roundImport } from './round.import.ts';
import { selectedProductImport } from './selected-product.import.ts';
import { creditRatingImport, enterpriseBarImport, listingSuspensionImport } from './standing.import.ts';
import { supplyRegionImport } from './supply-region.import.ts';

/** The files of this feature, each after those that it refers to. */
export const procurementTables: readonly TableImport[] = [
  roundImport,
  lotImport,
  demandImport,
  bidImport,
  selectedProductImport,
  supplyRegionImport,
  agreedVolumeImport,
  enterpriseBarImport,
  creditRatingImport,
  listingSuspensionImport,
];
