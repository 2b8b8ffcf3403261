import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import type { payees } from './agreement.entity.ts';
import { PayeeEnum } from './agreement.type.ts';
import { appointmentSeen, listingSeen } from './rights.ts';

@ObjectType('Listing', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: listingSeen.words('The price at which a product is listed on the platform of a province.', '产品在省级平台的挂网价格。'),
})
export class ListingType extends RecordedType {
  @Field(() => DecimalScalar, always('The price in yuan for one price unit, 4 decimals.', '每计价单位挂网价格(元),四位小数。'))
  price!: string;
  @Field(() => String, always('The unit that the price is for.', '计价单位。')) priceUnit!: string;
  @Field(
    () => DecimalScalar,
    maybe(
      'What it was listed at there before, for the same unit; null for a first listing.',
      '此前在该平台的挂网价格(同一计价单位);首次挂网时为空。',
    ),
  )
  priceBefore!: string | null;
  @Field(() => DateScalar, always('The first day of the listing.', '挂网首日。')) effectiveFrom!: string;
  @Field(() => DateScalar, maybe('The first day of the next listing; null while it lasts.', '下一次挂网首日(不含);仍有效时为空。'))
  effectiveTo!: string | null;
  @Field(() => String, maybe('The reason of an adjustment.', '价格调整理由。')) reason!: string | null;
}

export const ListingConnection = connectionOf(ListingType, 'Listing', '挂网');

@ObjectType('DistributorAppointment', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: appointmentSeen.words(
    'That the winning enterprise has chosen a distributor for its product in a pooling area.',
    '中选企业就其产品在某统筹区选定配送企业。',
  ),
})
export class DistributorAppointmentType extends RecordedType {
  @Field(() => PayeeEnum, always('Who is paid for what this distributor brings.', '该配送企业所送货物的收款方。'))
  payee!: (typeof payees)[number];
  @Field(() => DateScalar, always('The first day of the appointment.', '选定首日。')) effectiveFrom!: string;
  @Field(() => DateScalar, maybe('The first day on which it no longer holds; null while it lasts.', '终止首日(不含);仍有效时为空。'))
  effectiveTo!: string | null;
  @Field(() => String, maybe('The reason, where one was given.', '理由。')) reason!: string | null;
}

export const DistributorAppointmentConnection = connectionOf(DistributorAppointmentType, 'DistributorAppointment', '配送企业选定');
