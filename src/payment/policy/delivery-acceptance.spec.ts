import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { type Acceptance, deliveryAcceptance, type Delivered } from './delivery-acceptance.ts';

const delivered: Delivered = {
  number: 'D-1',
  deliveredOn: localDate('2021-03-10'),
  quantity: 100,
  acceptedOn: null,
  inForce: { from: localDate('2021-01-01'), to: localDate('2022-01-01') },
};
const told: Acceptance = { acceptedOn: localDate('2021-03-12'), acceptedQuantity: 90, rejectedQuantity: 10, rejectionReason: '破损' };
const now = localDate('2021-03-31');
const codes = (of: Partial<Delivered>, more: Partial<Acceptance>, on = now) =>
  deliveryAcceptance({ ...delivered, ...of }, { ...told, ...more }, on).map(({ code }) => code);

describe('[S1-13] the acceptance of a delivery', () => {
  it.each<[string, Partial<Delivered>, Partial<Acceptance>, string[]]>([
    ['stands', {}, {}, []],
    ['on the day of delivery', {}, { acceptedOn: localDate('2021-03-10') }, []],
    ['the day before', {}, { acceptedOn: localDate('2021-03-09') }, ['ACCEPTED_BEFORE_DELIVERY']],
    ['today', {}, { acceptedOn: localDate('2021-03-31') }, []],
    ['tomorrow', {}, { acceptedOn: localDate('2021-04-01') }, ['DATE_IN_FUTURE']],
    ['on the last day of the agreement', { inForce: { from: localDate('2021-01-01'), to: localDate('2021-03-13') } }, {}, []],
    ['the day after it', { inForce: { from: localDate('2021-01-01'), to: localDate('2021-03-12') } }, {}, ['ACCEPTED_OUTSIDE_AGREEMENT']],
    ['nothing rejected', {}, { acceptedQuantity: 100, rejectedQuantity: 0, rejectionReason: null }, []],
    ['all rejected', {}, { acceptedQuantity: 0, rejectedQuantity: 100 }, []],
    ['one more than delivered', {}, { acceptedQuantity: 91 }, ['ACCEPTED_NOT_AS_DELIVERED']],
    ['one less than delivered', {}, { acceptedQuantity: 89 }, ['ACCEPTED_NOT_AS_DELIVERED']],
    ['made up by a negative', {}, { acceptedQuantity: 110, rejectedQuantity: -10, rejectionReason: null }, ['ACCEPTED_NOT_AS_DELIVERED']],
    ['rejected without a reason', {}, { rejectionReason: null }, ['REJECTION_REASON_MISSING']],
    ['a reason for nothing', {}, { acceptedQuantity: 100, rejectedQuantity: 0 }, ['REJECTION_REASON_UNEXPECTED']],
    ['a second time', { acceptedOn: localDate('2021-03-11') }, {}, ['ALREADY_ACCEPTED']],
    [
      'everything at once',
      { acceptedOn: localDate('2021-03-11') },
      { acceptedOn: localDate('2022-02-01'), acceptedQuantity: 101, rejectionReason: null },
      ['DATE_IN_FUTURE', 'ALREADY_ACCEPTED', 'ACCEPTED_OUTSIDE_AGREEMENT', 'ACCEPTED_NOT_AS_DELIVERED', 'REJECTION_REASON_MISSING'],
    ],
  ])('%s', (_title, of, more, expected) => {
    expect(codes(of, more)).toEqual(expected);
  });

  it('tells the figures', () => {
    const [refusal] = deliveryAcceptance(delivered, { ...told, acceptedQuantity: 95 }, now);
    expect(refusal).toMatchObject({
      rule: 'payment.delivery-acceptance',
      facts: [
        { name: 'delivered', value: '100' },
        { name: 'accepted', value: '95' },
        { name: 'rejected', value: '10' },
      ],
    });
  });
});
