import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';

describe('what the schema says of itself, asked beside rows', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  it('takes its own variables, whatever the kind of the others', async () => {
    const { data, errors } = await app.ask(
      `query ($name: String!, $old: Boolean!, $knownAt: DateTime, $asOf: Date!) {
        __type(name: $name) { name kind }
        __schema @include(if: $old) { queryType { name } }
        paymentStandard(productCode: "FIREBIRD2", areaCode: "110000", asOf: $asOf, knownAt: $knownAt) { asOf }
      }`,
      { name: 'Fact', old: true, knownAt: '2026-11-01T00:00:00Z', asOf: '2021-06-01' },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      __type: { name: 'Fact', kind: 'OBJECT' },
      __schema: { queryType: { name: 'Query' } },
      paymentStandard: { asOf: '2021-06-01' },
    });
  });
});
