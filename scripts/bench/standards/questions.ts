import { idOf, plain, type Question, type Request } from '../reads/questions.ts';
import type { ServerName } from '../reads/server-process.ts';
import { firstYear, knownBefore, numbers, productCode, shape } from './synthetic-standards.ts';

const many = 500;
const lines = 10_000;
/** The most that one request may ask for, for the lines of a settlement run. */
export const linesOfRequest = lines;
const memory: readonly ServerName[] = ['Mercurius in memory'];

interface LookUp {
  readonly productCode: string;
  readonly areaCode: string;
  readonly asOf: string;
}

/** The questions of a settlement system, with products, areas and days drawn once. */
export function standardQuestions(areas: readonly string[]) {
  const random = numbers(1);
  const draw = (most: number) => Math.floor(random.next().value * most);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const lookUp = (): LookUp => ({
    productCode: productCode(draw(shape.products)),
    areaCode: areas[draw(areas.length)]!,
    asOf: `${firstYear + draw(shape.periods / 2)}-${two(1 + draw(12))}-${two(1 + draw(28))}`,
  });
  const line = () => ({
    ...lookUp(),
    scheme: draw(2) === 0 ? 'EMPLOYEE' : 'RESIDENT',
    price: `${1 + draw(900)}.${String(draw(10_000)).padStart(4, '0')}`,
    quantity: 1 + draw(60),
  });
  const single = Array.from({ length: 64 }, lookUp);
  const lookups = Array.from({ length: many }, lookUp);
  const claim = Array.from({ length: lines }, line);
  const variablesOf = ({ productCode: product, areaCode: area, asOf }: LookUp) => ({ product, area, asOf });

  const one: Question = {
    name: 'one look-up, by trusted document',
    comparisons: [{ peers: memory, atLeast: 1 }],
    requests: (server) => single.map((each) => trusted(server, 'PaymentStandardAmount', variablesOf(each))),
  };
  const several: Question = {
    name: `${many} look-ups in one request`,
    comparisons: [{ peers: memory, atLeast: 1.5 }],
    requests: (server) => [trusted(server, 'PaymentStandards', { lookups })],
  };
  const before: Question = {
    name: 'one look-up as known in the past',
    comparisons: [{ peers: ['indexed SQL'], atLeast: 1 / 3 }],
    requests: (server) =>
      single.map((each) =>
        server === 'indexed SQL'
          ? plain('/', [each.productCode, each.areaCode, each.asOf, knownBefore])
          : trusted(server, 'PaymentStandardAmount', { ...variablesOf(each), knownAt: knownBefore }),
      ),
  };
  const split: Question = {
    name: `${lines.toLocaleString('en-US')} lines priced and split in one request`,
    comparisons: [{ peers: memory, atLeast: null }],
    requests: (server) => [trusted(server, 'PriceLines', { lines: claim })],
  };
  return { one, several, before, split, claim };
}

function trusted(server: ServerName, operation: string, variables: object): Request {
  const documentId = idOf(operation);
  if (server !== 'Mercurius in memory') return plain('/graphql', { documentId, variables });
  return plain('/graphql', { query: documentId, persisted: true, variables });
}
