import { buildSchema, isInterfaceType, type GraphQLObjectType } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { features } from '../../src/features.ts';
import type { seenBy as theSeenBy } from '../../src/platform/access/rights.ts';
import type { performanceScope as thePerformanceScope } from '../../src/statistics/rights.ts';
import { writeNodeId } from '../../src/platform/read/node-id.ts';
import { textOf } from '../architecture/repository.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { everythingOf, filtersBy, otherFields, partOf, rootLists, wholeList } from './asked-documents.ts';
import { across, callers, canaryOf, mayKnow, one, other, performed, prepared, type Side } from './two-sides.ts';

/** Whether the program asks for the rows that a caller may see, and for the sums of them, or leaves that to the database. */
const first = vi.hoisted(() => ({ stands: true, scopes: true }));
vi.mock('../../src/platform/access/rights.ts', async (original) => {
  const actual = await original<{ seenBy: typeof theSeenBy }>();
  const seenBy: typeof theSeenBy = (...table) => {
    const seen = actual.seenBy(...table);
    return { ...seen, visible: (caller) => (first.stands ? seen.visible(caller) : sql`true`) };
  };
  return { ...actual, seenBy };
});
vi.mock('../../src/statistics/rights.ts', async (original) => {
  const actual = await original<{ performanceScope: typeof thePerformanceScope }>();
  const performanceScope: typeof thePerformanceScope = (caller) =>
    first.scopes ? actual.performanceScope(caller) : { kind: 'ALL', by: [] };
  return { ...actual, performanceScope };
});

const schema = buildSchema(textOf('schema/schema.graphql'));
const lists = rootLists(schema);
const everything = (field: string) => {
  const type = schema.getType(field) as GraphQLObjectType;
  return everythingOf(type, 2);
};
const asOf = '2026-11-20';
const statistics = (
  groupBy: string,
  filter: string,
  day = asOf,
) => `{ procurementStatistics(groupBy: [${groupBy}], filter: ${filter}, asOf: "${day}") {
  dataThrough scope rows { round { code } area { code } institution { code } month volumeCount agreedQuantity orderedQuantity deliveredQuantity
    acceptedQuantity completionRatio acceptedAmount paidAmount overdueAmount prepaidAmount } } }`;

/** How each field of the query type that is no list is asked. What is not here is told to be missing. */
const asked: Readonly<Record<string, readonly string[]>> = {
  payablesByMonth: ['{}', `{ institutionCode: { eq: "${other.institution}" } }`, `{ enterpriseCode: { in: ["${other.product}"] } }`].map(
    (filter) => `{ payablesByMonth(asOf: "${asOf}", filter: ${filter}) { ${everything('DueMonth')} } }`,
  ),
  latePayers: ['{}', `{ areaCode: { eq: "${other.area}" } }`].map(
    (filter) => `{ latePayers(asOf: "${asOf}", filter: ${filter}) { overdueCount overdueAmount longestOverdueDays institution { code } } }`,
  ),
  prepayment: [one, other].map(
    ({ institution }) => `{ prepayment(agreementYear: 2021, institutionCode: "${institution}") { ${everything('Prepayment')} } }`,
  ),
  prepaymentMonitor: ['', `, areaCode: "${other.area}"`].map(
    (area) => `{ prepaymentMonitor(agreementYear: 2021${area}) { ${everything('PrepaymentMonitor')} } }`,
  ),
  procurementStatistics: [
    statistics('', '{}'),
    statistics('ROUND', `{ roundCode: { eq: "${other.round}" } }`),
    statistics('AREA, MONTH', '{}'),
    statistics('INSTITUTION', `{ areaCode: { in: ["${one.area}", "${other.area}"] } }`),
    statistics('AREA', `{ enterpriseCode: { eq: "${other.product}" } }`, '2021-02-12'),
  ],
};
/** Fields about what is published, or that tell nothing of rows. */
const published = [
  'area',
  'committedQuantities',
  'convergenceSchedule',
  'counterfactual',
  'demandStatistics',
  'dueGroupReviews',
  'enterprise',
  'institution',
  'journalCheckpoint',
  'marginSimulation',
  'negotiatedRenewal',
  'node',
  'paymentStandard',
  'paymentStandards',
  'priceLines',
  'rule',
  'rules',
  'tryConvergence',
];
const codeFields = ['negotiation', 'nonExclusiveBidding', 'policyDocument', 'product', 'round'];

interface Guarded {
  /** Its table `t`, and the enterprise `e` of each row. */
  readonly from: string;
  /** Which callers are told of a side's rows at all. */
  readonly told?: (name: string) => boolean;
}
const ownEnterprise = (table: string): Guarded => ({ from: `${table} t join enterprise e on e.id = t.enterprise_id` });
const ofAgreement = (table: string): Guarded => ({
  from: `${table} t join agreement a on a.id = t.agreement_id join enterprise e on e.id = a.enterprise_id`,
});
/** Types of which some rows are somebody's alone. */
const guarded: Readonly<Record<string, Guarded>> = {
  Agreement: ownEnterprise('agreement'),
  Delivery: ofAgreement('delivery'),
  DistributorAppointment: ownEnterprise('distributor_appointment'),
  GoodsReturn: ofAgreement('goods_return'),
  Payable: ownEnterprise('payable'),
  PayableEntry: { from: 'payable_entry t join payable p on p.id = t.payable_id join enterprise e on e.id = p.enterprise_id' },
  // What the fund prepays is no affair of an enterprise; of each institution it is for all that it agreed.
  PrepaymentMovement: {
    from: `prepayment_movement t join enterprise e on e.code = 'ent-one'`,
    told: (name) => !name.endsWith('enterprise'),
  },
  PurchaseOrder: ofAgreement('purchase_order'),
  SupplyComplaint: ownEnterprise('supply_complaint'),
};
const has = (type: string) => (side: Side) => type !== 'PrepaymentMovement' || side !== across;
/** Types that `decisions`, `negotiation`, `retention`, `disease-groups` and `walls-alone` are tests about, or that everybody sees. */
const notHere =
  'AgreedVolume Area Bid CreditRating DemandReport DiseaseGroup DrugRetentionRatio Enterprise EnterpriseBar FirstYearReading FundRatio GroupConcern GroupPayment GroupReview GroupStandard Institution Listing ListingSuspension Lot NegotiatedOutcome NegotiatedStandard Negotiation NegotiationOffer NonExclusiveBidding PaymentStandardPeriod PerformanceBulletin PolicyDocument PrepaymentRatio Product Proposal PublishedAreaPayment PublishedAreaPrepayment PublishedCompletion RetentionAssessment RetentionStatement Round RoundImplementation SelectedProduct Succession TransactionPrice'.split(
    ' ',
  );

const documents = [...lists.map(wholeList), ...Object.values(asked).flat()];
let app: TestApp;

/** An answer without the id of its request. */
const withoutIds = (text: string) => text.replaceAll(/"requestId":"[^"]*"/g, '');
const askAll = async (of: TestApp, name: string): Promise<string[]> => {
  const answers: string[] = [];
  for (const document of documents) answers.push(withoutIds(JSON.stringify(await of.ask(document, {}, callers[name]))));
  return answers;
};
/** The answers that are no more what they were, each with its document. */
const changed = (before: readonly string[], after: readonly string[]) =>
  after.flatMap((text, at) => (text === before[at] ? [] : [[documents[at]!.slice(0, 200), before[at], text]]));
const sides = [one, other, across];
/** The sides that a text tells of. */
const toldIn = (text: string): string[] => sides.filter((side) => text.includes(canaryOf(side))).map(({ name }) => name);
const namesOf = (known: readonly Side[] = []) => known.map(({ name }) => name);
const parties = Object.keys(callers).filter((name) => !['expert', 'approver', 'auditor'].includes(name));
const foreignOf = (name: string) => sides.filter((side) => !(mayKnow[name] ?? []).includes(side));

beforeAll(async () => {
  app = await testApp();
  await prepared(app);
  // What each caller is told before somebody that is not its affair acts, to be told the same afterwards.
  for (const side of sides) {
    const unconcerned = Object.keys(callers).filter((name) => foreignOf(name).includes(side));
    const before = Object.fromEntries(await Promise.all(unconcerned.map(async (name) => [name, await askAll(app, name)] as const)));
    await performed(app, side);
    for (const name of unconcerned)
      expect([side.name, name, changed(before[name]!, await askAll(app, name))]).toEqual([side.name, name, []]);
  }
}, 120_000);
afterAll(() => app.stop());

describe('[T2] what is between an enterprise, an institution and its agency', () => {
  it('has every field of the query type and every type with an id in its tables', () => {
    const known = [...Object.keys(asked), ...published, ...codeFields];
    expect(otherFields(schema).toSorted()).toEqual(known.toSorted());
    const node = schema.getType('Node');
    const types = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(types.toSorted()).toEqual([...Object.keys(guarded), ...notHere].toSorted());
  });

  it('is told on every path to its parties, and to nobody else', async () => {
    const silent: string[] = [];
    for (const name of Object.keys(callers)) {
      const answers = await askAll(app, name);
      expect([name, toldIn(answers.join())]).toEqual([name, namesOf(mayKnow[name])]);
      for (const [at, text] of answers.entries())
        if (/"errors":(?!.*FORBIDDEN)/.test(text)) silent.push(`${name}: ${documents[at]} ${text}`);
    }
    expect(silent).toEqual([]);
  });

  it('is told or kept by id: another’s and a missing one are the same bytes', async () => {
    const nobody = '01990000-0000-7000-8000-000000000000';
    const byId = async (caller: string, id: string) => {
      const headers = { 'content-type': 'application/json', authorization: JSON.stringify(callers[caller] ?? { role: 'ANONYMOUS' }) };
      const payload = JSON.stringify({ query: 'query($id: ID!) { node(id: $id) { __typename id } }', variables: { id } });
      const response = await app.fastify.inject({ method: 'POST', url: '/graphql', headers, payload });
      const { 'x-request-id': requestId, date: _date, ...rest } = response.headers as Record<string, string>;
      const sorted = Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return `${response.statusCode} ${JSON.stringify(sorted)} ${response.body}`.replaceAll(requestId!, 'ID').replaceAll(id, 'THAT');
    };
    const wrong: string[] = [];
    for (const [type, { from, told = () => true }] of Object.entries(guarded)) {
      const { rows } = await app.database.pool.query<{ key: string; side: string }>(
        `select t.area_code || '/' || t.id as key, case when t.area_code = $1 then 'other' when e.code = $2 then 'one' else 'across' end as side
         from ${from}`,
        [other.area, one.product],
      );
      expect([type, [...new Set(rows.map(({ side }) => side))].toSorted()]).toEqual([type, namesOf(sides.filter(has(type))).toSorted()]);
      for (const name of Object.keys(callers)) {
        const missing = await byId(name, writeNodeId({ type, key: `${one.area}/${nobody}` }));
        for (const { key, side } of rows) {
          const text = await byId(name, writeNodeId({ type, key }));
          const may = told(name) && namesOf(mayKnow[name]).includes(side);
          if (may ? !text.includes('"id":"THAT"') : text !== missing) wrong.push(`${name} ${type} ${side}: ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(lists.filter(({ node }) => node.name in guarded).map(({ name }) => name))(
    '%s is narrowed, put in order and turned over for its caller alone',
    async (name) => {
      const list = lists.find((each) => each.name === name)!;
      const ask = async (caller: string, args: string) =>
        withoutIds(JSON.stringify(await app.ask(partOf(list, args), {}, callers[caller])));
      const wrong: unknown[] = [];
      const orders = list.orders.flatMap((field) =>
        ['ASC', 'DESC'].map((direction) => `orderBy: [{ field: ${field}, direction: ${direction} }]`),
      );
      for (const caller of parties) {
        const foreign = foreignOf(caller).includes(other) ? other : one;
        const canary = canaryOf(foreign);
        // Another's text and one that nobody has: narrowed by either, a list is the same bytes.
        for (const [theirs, nobodys] of [
          [`${canary}-agreement`, 'nobodys-agreement'],
          [canary, 'nobodys-canary'],
        ] as const) {
          const [found, missed] = [theirs, nobodys].map((text) => filtersBy(list, text));
          for (const [at, filter] of found!.entries()) {
            const [one_, two] = [await ask(caller, `first: 50, filter: ${filter}`), await ask(caller, `first: 50, filter: ${missed![at]}`)];
            if (one_.replaceAll(theirs, nobodys) !== two) wrong.push([caller, filter, one_, two]);
          }
        }
        const ids = (text: string) => new Set(text.match(/"id":"[^"]*"/g) ?? []);
        const own = ids(await ask(caller, 'first: 200'));
        for (const order of ['', ...orders]) {
          const cursor = /"endCursor":"([^"]*)"/.exec(await ask('expert', `first: 1 ${order}`))?.[1];
          for (const args of [`first: 200 ${order}`, ...(cursor ? [`first: 200 ${order}, after: "${cursor}"`] : [])]) {
            const text = await ask(caller, args);
            const seen = /"errors"/.test(text) && !text.includes('FORBIDDEN') ? ['errors'] : [...ids(text)].filter((id) => !own.has(id));
            const told = toldIn([...text.matchAll(/"(?:cursor|endCursor)":"([^"]*)"/g)].map(([, each]) => decoded(each!)).join());
            const foreigners = told.filter((side) => !namesOf(mayKnow[caller]).includes(side));
            if (seen.length > 0 || foreigners.length > 0) wrong.push([caller, args, seen, foreigners]);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('is exported to its parties', async () => {
    for (const { kind } of features.flatMap((feature) => feature.exports ?? [])) {
      for (const name of Object.keys(callers).filter((each) => each !== 'anonymous')) {
        // A prepayment bears no text of its parties, and nothing is retained yet: test/export/workspaces.test.ts and
        // test/features/retention.test.ts look at their rows.
        const bearsText = kind !== 'prepayments' && kind !== 'retentions';
        const headers = { authorization: JSON.stringify(callers[name]) };
        const { body } = await app.fastify.inject({ method: 'GET', url: `/export/${kind}`, headers });
        expect([kind, name, toldIn(body)]).toEqual([kind, name, bearsText ? namesOf(mayKnow[name]) : []]);
      }
    }
  });

  it.each(['the program', 'the database'])(
    'is kept by one wall as by both, with %s leaving it to the other',
    { timeout: 120_000 },
    async (down) => {
      const both = Object.fromEntries(
        await Promise.all(Object.keys(callers).map(async (name) => [name, await askAll(app, name)] as const)),
      );
      const wrong: unknown[] = [];
      await (down === 'the program' ? withoutFirst : withoutSecond)(async (beside) => {
        for (const name of Object.keys(callers)) {
          for (const [document, before, after] of changed(both[name]!, await askAll(beside, name))) {
            // Of a prepayment the database tells an enterprise what its own agreements add up to, and no movement.
            const isOwn = name.endsWith('enterprise') && document!.startsWith('{ prepayment(') && noMovement.test(after!);
            if (!isOwn) wrong.push([name, document, before, after]);
          }
        }
      });
      expect(wrong).toEqual([]);
    },
  );

  it('is summed by the database alone for nobody else than by both', async () => {
    const sums = async (of: TestApp, name: string) => {
      const texts = await Promise.all(
        asked['procurementStatistics']!.map(async (each) => JSON.stringify(await of.ask(each, {}, callers[name]))),
      );
      // Where the program says null the database sums nothing.
      return texts.map((text) => [...text.matchAll(measures)].map(([each]) => each).filter((each) => !/:(null|"?0(\.0+)?"?)$/.test(each)));
    };
    const both = Object.fromEntries(await Promise.all(Object.keys(callers).map(async (name) => [name, await sums(app, name)] as const)));
    const wrong: unknown[] = [];
    await withoutFirst(async (beside) => {
      for (const name of Object.keys(callers)) {
        expect([name, both[name]!.flat().length > 0]).toEqual([name, name in mayKnow]);
        for (const [at, found] of (await sums(beside, name)).entries()) {
          const others = found.filter((each) => !both[name]![at]!.includes(each));
          if (others.length > 0) wrong.push([name, asked['procurementStatistics']![at], others]);
        }
      }
    }, 'scopes');
    expect(wrong).toEqual([]);
  });

  it('is told to everybody with both walls down, so that the cases above say something', async () => {
    await withoutFirst(() =>
      withoutSecond(async (beside) => {
        const told = toldIn((await askAll(beside, 'anonymous')).join());
        expect(told).toEqual(namesOf(sides));
      }),
    );
  });
});

/** What statistics tell of orders, deliveries and payments. */
const measures = /"(ordered|delivered|accepted)Quantity":[^,}]*|"(accepted|paid|overdue|prepaid)Amount":[^,}]*/g;
const noMovement = /"entries":\{"totalCount":0.*"offsetAmount":"0.00","paidAmount":"0.00"/;
const decoded = (cursor: string) => Buffer.from(cursor, 'base64url').toString();

/** What a server does that asks for all rows and leaves it to the database which those are: one of its own, with no plan made before. */
async function withoutFirst(act: (beside: TestApp) => Promise<void>, what: keyof typeof first = 'stands'): Promise<void> {
  first[what] = false;
  const beside = await testApp({ beside: app });
  try {
    await act(beside);
  } finally {
    first[what] = true;
    await beside.stop();
  }
}

/** … and what one does while the policies of the database let everything through. */
async function withoutSecond(act: (beside: TestApp) => Promise<void>): Promise<void> {
  const { pool } = app.database;
  const { rows } = await pool.query<{ name: string }>('select relname as name from pg_class where relrowsecurity');
  for (const { name } of rows) await pool.query(`alter table "${name}" disable row level security`);
  const beside = await testApp({ beside: app });
  try {
    await act(beside);
  } finally {
    await beside.stop();
    for (const { name } of rows) await pool.query(`alter table "${name}" enable row level security`);
  }
}
