import { procured } from '../support/agreed-volume-sums.ts';
import type { TestApp } from '../support/app.ts';
import { talksOfEveryKind } from '../support/build-negotiation.ts';
import { approved, approver, record, recorded } from '../support/build-recorder.ts';
import { bidInput, draft, inBidding, round7, theLot } from '../support/build-round.ts';
import { roundsToRefuse, volumes } from '../support/build-refusals.ts';
import { supplyGoods } from '../support/supplied-goods.ts';

/** Beside the reference data: rounds in every state, with bids sealed, opened and judged, demand, volumes and amendments, goods supplied, and price talks. */
export async function recordSomethingOfEverything(app: TestApp): Promise<void> {
  await roundsToRefuse(app);
  await procured(app, 'volumes');
  const lots = ['sealed-1', 'sealed-2', 'sealed-3', 'sealed-4', 'sealed-5', 'sealed-6'];
  await inBidding(app, { code: 'sealed', scheme: 'national-drug', days: round7, lots: lots.map((code) => ({ code })) });
  for (const code of ['draft-1', 'draft-2', 'draft-3']) {
    await draft(app, { code, scheme: 'national-drug', days: round7 });
    await recorded(app, 'addLot', { roundCode: code, code: 'lot-1', name: '单元', countingUnit: '片' });
  }
  for (const lot of lots) {
    for (const product of ['ent-a', 'ent-b', 'ent-c'])
      await recorded(app, 'submitBid', bidInput('sealed', { product, price: '1.25', lot }));
  }
  for (const [institutionCode, quantity] of [
    ['volumes-1', 900],
    ['volumes-1', 950],
    ['volumes-3', 1],
  ]) {
    const { volumes: _none, ...volume } = volumes({
      roundCode: 'volumes',
      productCode: 'volumes-a',
      institutionCode,
      quantity,
      reason: '更正',
    });
    await recorded(app, 'amendAgreedVolume', volume);
  }
  const correction = (productCode: string, winningPrice: string) => ({
    roundCode: 'volumes',
    lotCode: theLot,
    productCode,
    winningPrice,
    reason: '更正',
  });
  await approved(app, 'correctWinningPrice', correction('volumes-a', '0.9'));
  await approved(app, 'correctWinningPrice', correction('volumes-a', '0.91'));
  const { id } = await recorded(app, 'correctWinningPrice', correction('volumes-b', '9'));
  await record(app, 'decideProposal', { proposalId: id, decision: 'REJECT', reason: '无误' }, { caller: approver });
  const open = await recorded(app, 'correctWinningPrice', correction('volumes-b', '9.5'));
  await recorded(app, 'decideProposal', { proposalId: open.id, decision: 'WITHDRAW' });
  await recorded(app, 'correctWinningPrice', correction('volumes-b', '9.6'));
  await supplyGoods(app.database);
  await talksOfEveryKind(app);
}
