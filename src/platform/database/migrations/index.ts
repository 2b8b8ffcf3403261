import { M0001Catalogue } from './m0001-catalogue.ts';
import { M0002Procurement } from './m0002-procurement.ts';
import { M0003Recording } from './m0003-recording.ts';
import { M0004AgreedVolumeRollup } from './m0004-agreed-volume-rollup.ts';
import { M0005TextSearch } from './m0005-text-search.ts';
import { M0006CoarserRollups } from './m0006-coarser-rollups.ts';
import { M0007TokensAndDemand } from './m0007-tokens-and-demand.ts';
import { M0008Journal } from './m0008-journal.ts';
import { M0009SealedBids } from './m0009-sealed-bids.ts';
import { M0010Approvals } from './m0010-approvals.ts';
import { M0011SecondWall } from './m0011-second-wall.ts';

/** Every migration in the order in which it is applied; the only way to a schema. A landed one is never edited. */
export const migrations = [
  { name: 'm0001-catalogue', class: M0001Catalogue },
  { name: 'm0002-procurement', class: M0002Procurement },
  { name: 'm0003-recording', class: M0003Recording },
  { name: 'm0004-agreed-volume-rollup', class: M0004AgreedVolumeRollup },
  { name: 'm0005-text-search', class: M0005TextSearch },
  { name: 'm0006-coarser-rollups', class: M0006CoarserRollups },
  { name: 'm0007-tokens-and-demand', class: M0007TokensAndDemand },
  { name: 'm0008-journal', class: M0008Journal },
  { name: 'm0009-sealed-bids', class: M0009SealedBids },
  { name: 'm0010-approvals', class: M0010Approvals },
  { name: 'm0011-second-wall', class: M0011SecondWall },
];
