import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, recorded } from '../support/build-recorder.ts';
import { bidInput, draft, holders, inBidding, institutions, round7, theLot } from '../support/build-round.ts';

const shared = { scheme: 'national-drug', days: round7 };
const enterprise = (code: string): Partial<Caller> => ({ role: 'ENTERPRISE', subject: code, enterprise: code });
const institution = (code: string): Partial<Caller> => ({ role: 'INSTITUTION', subject: code, institution: code });
const callers: Readonly<Record<string, Partial<Caller> | undefined>> = {
  anonymous: undefined,
  expert,
  'enterprise a': enterprise('ent-a'),
  'enterprise b': enterprise('ent-b'),
  'institution in Hangzhou': institution('hz-1'),
  'institution in Nanjing': institution('nj-1'),
};

/** Plans, statements and their names outlive a request; whoever asked first must not be seen in what others are told. */
describe('one document, asked by one caller after the other', () => {
  let app: TestApp;
  let ids: readonly string[];
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b']);
    await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
    const demand = [
      { institution: 'hz-1', quantity: 100 },
      { institution: 'nj-1', quantity: 50 },
    ];
    await inBidding(app, { ...shared, code: 'N-1', demand });
    await draft(app, { ...shared, code: 'N-2' });
    const bids = [];
    for (const product of ['ent-a', 'ent-b']) bids.push(await recorded(app, 'submitBid', bidInput('N-1', { product, price: '1' })));
    const { round } = await data<{ round: { id: string } }>(app, '{ round(code: "N-2") { id } }', {}, expert);
    ids = [...bids.map(({ id }) => id), round.id];
  });
  afterAll(() => app.stop());

  /** Each call of it is a document that nobody has asked yet. */
  const documents: [name: string, make: () => string][] = [
    [
      'sealed bids',
      () =>
        `{ round(code: "N-1") { lot(code: "${theLot}") { bids { totalCount nodes { price comparableUnitPrice comparison { sentence } enterprise { code } } } } } }`,
    ],
    [
      'reported demand',
      () => `{ round(code: "N-1") { lots { nodes { demandReports { totalCount nodes { quantity institution { code } } } } } } }`,
    ],
    [
      'a draft round',
      () => `{ round(code: "N-2") { status lots { totalCount } } rounds(filter: { code: { eq: "N-2" } }) { totalCount nodes { code } } }`,
    ],
    [
      'things by their ids',
      () => `{ ${ids.map((id, at) => `at${at}: node(id: "${id}") { __typename ... on Bid { price } ... on Round { code } }`).join(' ')} }`,
    ],
  ];

  it.each(documents)('%s', async (_name, make) => {
    const alone = new Map<string, string>();
    // A comment makes it another document, with a plan of its own.
    for (const [name, caller] of Object.entries(callers))
      alone.set(name, JSON.stringify(await app.ask(`# for ${name}\n${make()}`, {}, caller)));
    expect(new Set(alone.values()).size).toBeGreaterThan(1);
    const document = make();
    const differences: string[] = [];
    for (const first of Object.keys(callers)) {
      for (const second of Object.keys(callers)) {
        for (const name of [first, second]) {
          const answer = JSON.stringify(await app.ask(document, {}, callers[name]));
          if (answer !== alone.get(name)) differences.push(`${name}, after ${first}: ${answer}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });
});
