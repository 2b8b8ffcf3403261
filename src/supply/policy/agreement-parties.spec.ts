import { expect, it } from 'vitest';
import { agreementNotFound } from './agreement-parties.ts';

it('names the agreement that was asked for and nobody who has a part in it', () => {
  const { code, facts } = agreementNotFound('330100', '2021-hz-1-p');
  expect([code, facts.map((each) => each.value)]).toEqual(['AGREEMENT_NOT_FOUND', ['330100', '2021-hz-1-p']]);
});
