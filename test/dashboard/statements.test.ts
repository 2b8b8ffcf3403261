import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import { expert, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { talkAt } from '../support/build-negotiation.ts';
import { approver, recorded } from '../support/build-recorder.ts';
import { byAgency, indicators } from '../support/build-retention.ts';
import { evaluated, holders, institutions, round7 } from '../support/build-round.ts';
import { approvedOf, capOf, traded } from '../support/build-standard.ts';
import { dashboardApp, goTo, openPublic, signInAs, signInPageFor } from './open-pages.ts';

/** SYNTHETIC: a stent that nobody selected, made for the test. */
const stent = 'SYNTHETIC-STENT';
const area = '330100';

/** Pages that anybody may open. */
const open = ['/', '/rounds/GH-HD2020-1', '/rounds/A-1/bids', '/rounds/A-1/steps', '/products/FIREBIRD2', '/areas'];
const trial = `/convergence?round=GH-HD2020-1&product=${stent}&area=${area}&cap=2850&mode=OWN_STEPS&step=2023-02-01+798`;

/**
 * Who looks, and at what beside that: each page that stands in the menu of the role or that the menu leads to. Not yet
 * `/institution`, which asks 17: what came and what is due stand on it at once.
 */
const seen: Readonly<Record<string, { readonly caller: Partial<Caller> | null; readonly paths: readonly string[] }>> = {
  public: { caller: null, paths: ['/sign-in', '/nowhere'] },
  EXPERT: {
    caller: expert,
    paths: [
      '/rounds/A-1/bids',
      '/rounds/A-1/steps',
      '/proposals',
      trial,
      '/draft-round',
      '/negotiations',
      '/negotiations/T-1',
      '/enterprise',
      '/payments?month=2021-04-01',
    ],
  },
  APPROVER: {
    caller: approver,
    // Else what the auditor sees.
    paths: ['/proposals', '/negotiations/T-1'],
  },
  AUDITOR: {
    caller: { role: 'AUDITOR', subject: 'auditor-1' },
    // Else what the auditor sees.
    paths: ['/proposals', '/negotiations/T-1'],
  },
  ENTERPRISE: {
    caller: enterpriseOf('microport'),
    paths: [
      '/negotiations',
      '/negotiations/T-1',
      '/enterprise',
      '/enterprise?by=area',
      '/payments',
      '/payments?institution=hz-1&state=overdue',
    ],
  },
  INSTITUTION: { caller: institutionOf('hz-1'), paths: ['/payments'] },
  AGENCY: { caller: agencyOf(area), paths: [trial, '/payments', '/agency', `/agency?year=2021&asOf=2021-12-31`] },
  SETTLEMENT: { caller: { role: 'SETTLEMENT', subject: 's' }, paths: [] },
};

const most = 12;

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('one view of a page', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    address = await app.listen(0);
    await institutions(app, { 'hz-1': area, 'hz-2': area, 'nj-1': '320100' });
    const deliveries = ['D-1', 'D-2'].map((number) => ({ number, on: '2021-03-01', quantity: 20 }));
    await supplied(app, { institution: 'hz-1', deliveries });
    await supplied(app, { institution: 'hz-2', product: 'EXCROSSAL', deliveries });
    const accepted = { acceptedOn: '2021-03-02', acceptedQuantity: 20, rejectedQuantity: 0 };
    await recordedRows(
      app,
      'acceptDeliveries',
      ['hz-1', 'hz-2'].map((institution) => ({ ...named(institution, 'D-1', area), ...accepted })),
    );
    await recordedRows(app, 'recordPayments', [{ ...named('hz-1', 'D-1', area), amount: '99.99', paidOn: '2021-03-20', reference: 'V-1' }]);
    await byAgency(app, 'assessInstitution', {
      institutionCode: 'hz-1',
      agreementYear: 2021,
      assessedOn: '2022-03-01',
      indicators: indicators('85'),
      source: '考核办法',
    });
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'maker']);
    await holders(app, 'STENT', [stent]);
    expect((await traded(app, area, { productCode: stent, price: '2990' })).userErrors).toEqual([]);
    await approvedOf(app, area, 'proposeConvergence', capOf(stent, area));
    await talkAt(app, 'T-1', null);
    await evaluated(app, {
      code: 'A-1',
      scheme: 'national-drug',
      days: round7,
      demand: [{ institution: 'hz-1', quantity: 100 }],
      bids: [{ product: 'ent-a', price: '8' }],
    });
    await recorded(app, 'proposeSelection', { roundCode: 'A-1', agreementYear: 2022 });
    await recorded(app, 'publiciseSelection', { roundCode: 'A-1' });
    await recorded(app, 'finaliseSelection', { roundCode: 'A-1', reason: '公示无异议' });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  test.each(Object.entries(seen))(`asks at most ${most} statements of the database: %s`, async (_role, { caller, paths }) => {
    const asked: Record<string, number> = {};
    const sent: string[] = [];
    // What anybody may read is looked at by the public.
    const looked = caller === null ? [...open, ...paths] : paths;
    for (const path of looked) {
      const { page, context } = await openPublic(browser, address, caller ? signInPageFor(path) : '/nowhere?');
      app.database.forget();
      await (caller ? signInAs(page, caller) : goTo(page, path));
      asked[path] = app.database.statements.length;
      if (asked[path] > most) sent.push(path, ...app.database.statements);
      await context.close();
    }
    // Each shows figures, but a page for signing in, one that is not there, and steps that are another's.
    const shown = Object.entries(asked).filter(([, count]) => count > 0);
    expect(shown.length).toBeGreaterThanOrEqual(looked.length - (caller ? 0 : 2));
    expect(
      Object.entries(asked).filter(([, count]) => count > most),
      sent.join('\n'),
    ).toEqual([]);
  });
});
