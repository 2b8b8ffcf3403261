import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from './repository.ts';

const exact = projectFiles().filter((file) => /^src\/(kernel|[^/]+\/policy)\/.*\.ts$/.test(file) && !file.endsWith('.spec.ts'));

/** What looks like a float and is none: the place and the reason. */
const allowed: readonly (readonly [file: string, code: string, reason: string])[] = [
  ['src/kernel/money.ts', 'this.yuan.toFixed', 'the exact text of an exact decimal'],
  ['src/kernel/unit-price.ts', 'this.yuan.toFixed', 'the exact text of an exact decimal'],
  ['src/kernel/unit-price.ts', 'half4(value).toFixed', 'the exact text of an exact decimal, rounded by name before'],
  ['src/kernel/ratio.ts', 'toFixed', 'exact decimals on their way to and from whole numbers; its own method takes the rounding by name'],
  ['src/kernel/quantity.ts', 'Number(units)', 'from a whole number; the next step refuses what a number cannot hold'],
  [
    'src/procurement/policy/comparable-unit-price.ts',
    'factor.toDecimalPlaces(6).toFixed',
    'the text of a factor that is shown; the price is made from the exact one',
  ],
  ['src/standard/policy/non-selected-drug.ts', 'most.toFixed', 'the text of a figure that was rounded to 4 decimals by name'],
  ...[
    'Number(text.slice(8))',
    'Number(text.slice(0, 4))',
    'Number(text.slice(5, 7))',
    'Number(date.slice(0, 4))',
    'Number(date.slice(5, 7))',
  ].map((code): [string, string, string] => ['src/kernel/local-date.ts', code, 'digits of a day: a whole number of at most four']),
];

/** What makes a float of an exact figure, as `line: text`. */
function floats(text: string): string[] {
  const source = ts.createSourceFile('policy.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (makesFloat(node)) found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function makesFloat(node: ts.Node): boolean {
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.PlusToken;
  if (ts.isNumericLiteral(node)) return node.getText().includes('.');
  // The kernel's own toFixed takes the rounding by name, as its second argument.
  if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.parent.arguments.length === 2) return false;
  if (ts.isPropertyAccessExpression(node)) return ['toFixed', 'toPrecision', 'parseFloat', 'toNumber'].includes(node.name.text);
  if (ts.isIdentifier(node)) return node.text === 'parseFloat' && !ts.isPropertyAccessExpression(node.parent);
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Number';
}

const found = exact.flatMap((file) => floats(textOf(file)).map((place) => `${file}:${place}`));

function covers([file, code]: (typeof allowed)[number], place: string): boolean {
  return place.startsWith(`${file}:`) && place.endsWith(code);
}

// Floats never touch money: one of them in a rule is wrong by a cent, and nobody sees it.
describe('kernel and policy', () => {
  it('make no float of an exact figure', () => {
    expect(exact.length).toBeGreaterThan(20);
    expect(found.filter((place) => !allowed.some((each) => covers(each, place)))).toEqual([]);
  });

  it('need every exception that they have', () => {
    expect(allowed.filter((each) => !found.some((place) => covers(each, place)))).toEqual([]);
  });

  it.each(['parseFloat(text)', 'Number(text)', 'Number.parseFloat(text)', '+text', 'price.toFixed(2)', 'price.toNumber()', '1.8 * price'])(
    'are searched for %s',
    (expression) => {
      expect(floats(`const figure = ${expression};`)).not.toEqual([]);
    },
  );

  it.each(["text + '.'", 'Number.isSafeInteger(count)', 'count + 1', 'ratio("1.8")'])('may say %s', (expression) => {
    expect(floats(`const figure = ${expression};`)).toEqual([]);
  });
});
