import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { recorded } from '../support/build-recorder.ts';
import { bidInput, holders, inBidding, round7, theLot } from '../support/build-round.ts';

const tenants = Array.from({ length: 50 }, (_, index) => `tenant-${index + 1}`);
const requests = 1000;
/** More under way at once than there are connections. */
const atOnce = 24;

/** Requests of many callers on the few connections of one server, some of them cut off: nobody gets what another left behind. */
describe('[T4] callers that share connections', () => {
  let app: TestApp;
  let port: number;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', tenants);
    await inBidding(app, { code: 'N-1', scheme: 'national-drug', days: round7 });
    for (const tenant of tenants) await recorded(app, 'submitBid', bidInput('N-1', { product: tenant, price: '1' }));
    port = Number(new URL(await app.listen(0)).port);
  }, 120_000);
  afterAll(() => app.stop());

  const query = `{ round(code: "N-1") { lot(code: "${theLot}") { bids(first: 200) { totalCount nodes { enterprise { code } } } } } }`;
  const bodyOf = JSON.stringify({ query });
  const callerOf = (tenant: string | null) =>
    tenant === null ? {} : { authorization: JSON.stringify({ role: 'ENTERPRISE', subject: tenant, enterprise: tenant }) };

  async function seenBy(tenant: string | null): Promise<string[]> {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...callerOf(tenant) },
      body: bodyOf,
    });
    const { data } = (await response.json()) as {
      data: { round: { lot: { bids: { totalCount: number; nodes: { enterprise: { code: string } }[] } } } };
    };
    const { totalCount, nodes } = data.round.lot.bids;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ enterprise }) => enterprise.code);
  }

  /** Sends a request and goes before it is answered. */
  const abandoned = (tenant: string) =>
    new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        const { authorization } = callerOf(tenant) as { authorization: string };
        socket.write(
          `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nauthorization: ${authorization}\r\ncontent-length: ${bodyOf.length}\r\n\r\n${bodyOf}`,
        );
        setTimeout(() => socket.destroy(), 1);
      });
      socket.on('error', () => undefined).on('close', () => resolve());
    });

  it(`${requests} requests of ${tenants.length} tenants, a tenth of them abandoned, each get their own`, { timeout: 120_000 }, async () => {
    let next = 0;
    const foreign: string[] = [];
    const worker = async () => {
      for (let nth = next++; nth < requests; nth = next++) {
        const tenant = nth % 17 === 0 ? null : tenants[(nth * 7) % tenants.length]!;
        if (tenant !== null && nth % 10 === 3) await abandoned(tenant);
        else {
          const seen = await seenBy(tenant);
          if (seen.join() !== (tenant ?? '')) foreign.push(`${tenant ?? 'anonymous'} saw ${seen.join() || 'nothing'}`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect(foreign).toEqual([]);
  });

  it('leaves every connection as it was found', async () => {
    const { pool, readPool } = app.database.served;
    const standing = `select current_user as role, current_setting('accord.enterprise', true) as enterprise, current_setting('accord.caller', true) as caller, current_setting('accord.act', true) as act`;
    for (const each of [pool, readPool]) {
      const clients = await Promise.all(Array.from({ length: 10 }, () => each.connect()));
      const found = await Promise.all(clients.map((client) => client.query<Record<string, string | null>>(standing)));
      for (const client of clients) client.release();
      for (const { rows } of found) {
        expect(rows[0]!['role']).toBe('accord_anonymous');
        expect([rows[0]!['enterprise'] ?? '', rows[0]!['caller'] ?? '', rows[0]!['act'] ?? '']).toEqual(['', '', '']);
      }
    }
  });
});
