import { sql } from 'kysely';
import { InstitutionLevelEnum } from '../catalogue/index.ts';
import { by, defineList } from '../platform/graphql/list.ts';
import { FundRatio } from './fund-ratio.entity.ts';
import { InsuranceSchemeEnum } from './fund-ratio.type.ts';
import { PaymentStandard } from './payment-standard.entity.ts';
import { standardSeen } from './rights.ts';
import { RoundImplementation } from './round-implementation.entity.ts';
import { StandardBasisEnum } from './standard.type.ts';

const endOf = (day: string) => sql`(${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;

const areaCode = by.text('area_code', 'The code of the area.', '地区代码。');

export const paymentStandardList = defineList({
  name: 'PaymentStandardPeriod',
  entity: PaymentStandard,
  visible: standardSeen.visible,
  defaultOrder: [[{ column: 'valid_from', type: 'date' }, 'ASC']],
  fields: {
    areaCode,
    productCode: by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。'),
    basis: by.enum('basis', StandardBasisEnum, 'StandardBasis', 'What it rests on.', '依据。'),
    validOn: by.on(
      (day) => sql`(t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to > ${day}::date))`,
      'It holds on this day.',
      '在该日适用。',
    ),
    validFrom: by.date('valid_from', 'The first day.', '首日。'),
    knownOn: by.on(
      (day) => sql`(t.recorded_at < ${endOf(day)} and (t.superseded_at is null or t.superseded_at >= ${endOf(day)}))`,
      'What the record said at the end of this day.',
      '该日终了时的记载。',
    ),
  },
});

export const roundImplementationList = defineList({
  name: 'RoundImplementation',
  entity: RoundImplementation,
  visible: standardSeen.visible,
  defaultOrder: [[{ column: 'effective_from', type: 'date' }, 'ASC']],
  fields: {
    areaCode,
    roundCode: by.codeOf('round_id', 'round', "The round's business code.", '批次业务代码。'),
    effectiveFrom: by.date('effective_from', 'The first day.', '执行首日。'),
  },
});

export const fundRatioList = defineList({
  name: 'FundRatio',
  entity: FundRatio,
  visible: standardSeen.visible,
  defaultOrder: [[{ column: 'effective_from', type: 'date' }, 'ASC']],
  fields: {
    areaCode,
    scheme: by.enum('scheme', InsuranceSchemeEnum, 'InsuranceScheme', 'The scheme.', '险种。'),
    institutionLevel: by.enum('institution_level', InstitutionLevelEnum, 'InstitutionLevel', 'The level.', '机构等级。'),
    effectiveFrom: by.date('effective_from', 'The first day.', '首日。'),
  },
});
