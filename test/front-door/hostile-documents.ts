import { limits } from '../../src/platform/graphql/limits/limits.ts';

const many = (count: number, make: (at: number) => string, between = ' ') =>
  Array.from({ length: count }, (_each, at) => make(at)).join(between);

/** A question so many levels of fields deep. */
const nested = (depth: number) =>
  `{ ${many(depth - 1, (at) => (at % 2 === 0 ? 'round(code: "R4") {' : 'lot(code: "x") {'))} code ${'}'.repeat(depth - 1)} }`;
const fragmentChain = (length: number) =>
  `{ ...F0 } ${many(length, (at) => `fragment F${at} on Query { round(code: "R4") { ...G${at} } } fragment G${at} on Round { lot(code: "x") { ...H${at} } } fragment H${at} on Lot { round { code } } `)}`;
const deepByFragments = `{ round(code: "R4") { ...A0 } } ${many(12, (at) => `fragment A${at} on Round { lots { nodes { round { ...A${at + 1} } } } }`)} fragment A12 on Round { code }`;
const doubling = (levels: number) =>
  `{ round(code: "R4") { ...D0 } } ${many(levels, (at) => `fragment D${at} on Round { ...D${at + 1} ...D${at + 1} }`)} fragment D${levels} on Round { code }`;
const overlapping = (count: number) => `{ ${many(count, () => 'round(code: "R4") { code }')} }`;
const overlappingAcross = (fragments: number, each: number) =>
  `{ ${many(fragments, (at) => `...O${at}`)} } ${many(fragments, (at) => `fragment O${at} on Query { ${many(each, () => 'round(code: "R4") { code name }')} }`)}`;
const merged = (width: number) => {
  const set = (depth: number): string => (depth === 0 ? 'code' : many(width, () => `round { ${set(depth - 1)} }`));
  return `{ bids(first: 1) { nodes { ${set(3)} } } }`;
};
const listOf = (depth: number) => `{ rounds(filter: { code: { in: ${'['.repeat(depth)}${']'.repeat(depth)} } }) { totalCount } }`;
const notOf = (depth: number) => `{ rounds(filter: ${'{ not: '.repeat(depth)}{}${'}'.repeat(depth)}) { totalCount } }`;
const schemaLists = (depth: number) => `{ __schema { types { ${'fields { type { '.repeat(depth)} name ${'} }'.repeat(depth)} } } }`;

/** What is wrong with the document as GraphQL; nothing of it gets as far as being too much. */
const unreadable: Readonly<Record<string, string>> = {
  'a no-break space': '{ rounds\u00A0{ totalCount } }',
  'a NUL in a name': '{ rounds\0 { totalCount } }',
  'a lone surrogate in a name': '{ \uD800rounds { totalCount } }',
  'a lone surrogate in a text': '{ round(code: "\uDC00") { code } }',
  'an escaped lone surrogate': '{ round(code: "\\uD800") { code } }',
  'full-width letters': '{ ｒounds { totalCount } }',
  'a right-to-left override in a name': '{ rou\u202Ends { totalCount } }',
  'an endless text': `{ round(code: "${'x'.repeat(100_000)}`,
  'an endless block text': `{ round(code: """${'x\n'.repeat(50_000)}`,
  'an endless comment': `#${'x'.repeat(100_000)}`,
  'nothing but commas': ','.repeat(100_000),
  'brackets that close what was not opened': '}'.repeat(5000),
  'a name of 100,000 letters in a wrong place': `{ rounds( ${'x'.repeat(100_000)} ) }`,
  'a number of 100,000 digits in a wrong place': `{ ${'9'.repeat(100_000)} }`,
  'a few open brackets': '{'.repeat(60),
};

/** More of everything than anybody needs. */
const tooMuch: Readonly<Record<string, string>> = {
  '12 levels of fields': nested(12),
  '100 levels of fields': nested(60),
  '12 levels by inline fragments': `{ round(code: "R4") { ${'... on Round { lot(code: "x") { ... on Lot { round { '.repeat(6)} code ${'} } } }'.repeat(6)} } }`,
  'levels by fragments within fragments': deepByFragments,
  'a fragment within itself': '{ ...A } fragment A on Query { ...A }',
  'a fragment within itself, a level down': '{ rounds { nodes { ...A } } } fragment A on Round { lots { nodes { round { ...A } } } }',
  'fragments within each other': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
  'a fragment within itself that nothing uses': '{ rounds { totalCount } } fragment A on Round { ...A }',
  '18 levels of fragments used twice': doubling(18),
  '48 levels of fragments used twice': doubling(48),
  '60 fragments': fragmentChain(20),
  '1,000 fragments': `{ rounds { totalCount } } ${many(1000, (at) => `fragment F${at} on Round { code }`)}`,
  '500 aliases of one list': `{ ${many(500, (at) => `a${at}: rounds { totalCount }`)} }`,
  '500 aliases of one field': `{ rounds { nodes { ${many(500, (at) => `a${at}: code`)} } } }`,
  '500 aliases of __typename': `{ ${many(500, (at) => `a${at}: __typename`)} }`,
  '101 aliases': `{ rounds { nodes { ${many(101, (at) => `a${at}: code`)} } } }`,
  '801 look-ups': `{ ${many(801, (at) => `a${at}: area(code: 1) { code }`, '')} }`,
  'aliases multiplied by fragments': `{ rounds { nodes { ${many(30, (at) => `b${at}: lots { nodes { ...A } }`)} } } } fragment A on Lot { ${many(30, (at) => `a${at}: code`)} }`,
  '10,000 duplicate fields': `{ rounds { ${'totalCount '.repeat(10_000)} } }`,
  '5,000 duplicate fields': `{ rounds { ${'totalCount '.repeat(5000)} } }`,
  '2,000 overlapping look-ups': overlapping(900),
  '200 overlapping look-ups': overlapping(200),
  'overlapping across 40 fragments': overlappingAcross(40, 20),
  'overlapping within overlapping': merged(8),
  'a flood of __typename': `{ ${'__typename '.repeat(5000)} }`,
  '200 directives': `{ rounds ${'@include(if: true) '.repeat(200)} { totalCount } }`,
  '200 unknown directives': `{ rounds ${many(200, (at) => `@d${at}`)} { totalCount } }`,
  '300 operations': many(300, (at) => `query Q${at} { rounds { totalCount } }`),
  '400 variables': `query(${many(400, (at) => `$v${at}: Int`)}) { rounds { totalCount } }`,
  '25 mutations': `mutation { ${many(25, (at) => `a${at}: openBids(input: { idempotencyKey: "k", roundCode: "R" }) { userErrors { code } }`)} }`,
  'a list 5,000 deep': listOf(5000),
  'a list 100,000 deep': listOf(100_000),
  'an object 1,500 deep': notOf(1500),
  '100,000 open brackets': '{'.repeat(100_000),
  '100,000 open lists': `{ rounds(filter: ${'['.repeat(100_000)}`,
  '100,000 open parentheses': `{ rounds${'('.repeat(100_000)}`,
  'fields of types of fields of types': schemaLists(3),
  'fields of types, seven times': schemaLists(6),
  'a type of a type of a type': `{ __type(name: "Round") { fields { type { ${'ofType { '.repeat(20)} name ${'}'.repeat(20)} } } } }`,
  '201 values in a list': `{ rounds(filter: { code: { in: [${many(201, (at) => `"${at}"`)}] } }) { totalCount } }`,
  '1,200 values in lists': `{ rounds(filter: { or: [${many(8, () => `{ code: { in: [${many(150, (at) => `"${at}"`)}] } }`)}] }) { totalCount } }`,
  '100,000 tokens': `{ rounds { ${'nodes { code } '.repeat(25_000)} } }`,
  'a megabyte of tokens': `{ ${'a '.repeat(500_000)} }`,
  'a million rows': '{ rounds(first: 200) { nodes { lots(first: 200) { nodes { bids(first: 200) { nodes { price } } } } } } }',
  'ten thousand and one rows at one place': '{ rounds(first: 100) { nodes { lots(first: 101) { nodes { code } } } } }',
  '101 levels of rows': `{ ${many(99, (at) => `a${at}: rounds(first: 1) { nodes { code selectedProducts(first: 1) { totalCount } } }`)} }`,
};

/** Documents that would cost more than an answer is worth, with the code that each is refused with. */
export const hostileDocuments: readonly (readonly [name: string, document: string, code: string])[] = [
  ...Object.entries(unreadable).map(([name, document]) => [name, document, 'GRAPHQL_PARSE_FAILED'] as const),
  ...Object.entries(tooMuch).map(([name, document]) => [name, document, 'QUERY_TOO_COMPLEX'] as const),
];

/** Names of limits that a document alone can pass; the others need variables. */
export const limitsOfDocuments = Object.keys(limits).filter(
  (name) => !['jsonDepth', 'lines', 'recordedList', 'recordedLists', 'rows'].includes(name),
);
