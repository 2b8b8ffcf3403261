import { AreaType } from '../catalogue/index.ts';
import { localDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { always } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { all, derived, one, pages, pointers, queries, reads } from '../platform/graphql/reads.ts';
import { RoundType } from '../procurement/index.ts';
import { DiseaseGroup, GroupConcern, GroupReview, GroupStandard } from './disease-group.entity.ts';
import {
  DiseaseGroupConnection,
  DiseaseGroupType,
  DueGroupReviewType,
  FirstYearReadingConnection,
  FirstYearReadingType,
  GroupConcernType,
  GroupPaymentConnection,
  GroupPaymentType,
  GroupReviewConnection,
  GroupReviewType,
  GroupStandardConnection,
  GroupStandardType,
} from './disease-group.type.ts';
import { FirstYearReading, GroupPayment } from './group-payment.entity.ts';
import { diseaseGroupList, firstYearReadingList, groupPaymentList, groupReviewList, groupStandardList } from './lists.ts';
import { explainStandard } from './policy/index.ts';

/** What is asked of disease groups by itself. */
export const DiseaseGroupQueries = queries({
  groupPayments: pages(
    () => GroupPaymentConnection,
    groupPaymentList,
    always('How pooling areas pay, the earliest first.', '各统筹区付费方式,按生效日期。'),
  ),
  firstYearReadings: pages(
    () => FirstYearReadingConnection,
    firstYearReadingList,
    always('How pooling areas read the rule of the first year, the earliest first.', '各统筹区对“首年可不下调”的理解,按生效日期。'),
  ),
  diseaseGroups: pages(() => DiseaseGroupConnection, diseaseGroupList, always('Disease groups by their codes.', '病组,按代码。')),
});

const area = one(() => AreaType, 'area', always('The pooling area.', '统筹区。'));

pointers(DueGroupReviewType, {
  area: one(() => AreaType, 'areaCode', always('The pooling area.', '统筹区。')),
  group: one(() => DiseaseGroupType, ['areaCode', 'groupId'], always('The group.', '病组。')),
  round: one(() => RoundType, 'roundId', always('The round that concerns it.', '相关批次。')),
});

interface StandardFacts {
  readonly from: string;
  readonly amount: string;
  readonly round: string | null;
  readonly start: string | null;
  readonly before: string | null;
}

function explanationOf({ from, amount, round, start, before }: StandardFacts) {
  const judged = { from: localDate(from), amount: Money.of(amount) };
  const isConcerned = round !== null && start !== null && before !== null;
  return explainStandard(judged, isConcerned ? { round, start: localDate(start), before: Money.of(before) } : null);
}

/** What the fields of the types of disease groups mean, beside the columns of their names. */
export const diseaseGroupReads = [
  reads(GroupPaymentType, 'GroupPayment', GroupPayment, { area }, { key: ['area', 'id'] }),
  reads(FirstYearReadingType, 'FirstYearReading', FirstYearReading, { area }, { key: ['area', 'id'] }),
  reads(
    DiseaseGroupType,
    'DiseaseGroup',
    DiseaseGroup,
    {
      area,
      concerns: all(() => GroupConcernType, 'groupId', always('The rounds that concern it.', '相关批次。')),
      standards: pages(
        () => GroupStandardConnection,
        groupStandardList,
        always('Its standards, the earliest first.', '支付标准,按生效日期。'),
      ),
      reviews: pages(() => GroupReviewConnection, groupReviewList, always('Its reviews, the earliest first.', '评估,按到期日。')),
    },
    { key: ['area', 'id'] },
  ),
  reads(
    GroupConcernType,
    'GroupConcern',
    GroupConcern,
    { round: one(() => RoundType, 'round', always('The round.', '批次。')) },
    { key: ['areaCode', 'id'] },
  ),
  reads(
    GroupStandardType,
    'GroupStandard',
    GroupStandard,
    {
      group: one(() => DiseaseGroupType, ['areaCode', 'groupId'], always('The group.', '病组。')),
      explanation: derived<StandardFacts>(
        () => ExplanationType,
        { from: 'effectiveFrom', amount: 'amount', round: 'round.code', start: 'startsOn', before: 'standardBefore' },
        explanationOf,
        always(
          'What it is beside the standard before the round, and until when that is the floor.',
          '与批次执行前标准的比较及首年届满日。',
        ),
      ),
    },
    { key: ['areaCode', 'id'] },
  ),
  reads(
    GroupReviewType,
    'GroupReview',
    GroupReview,
    { group: one(() => DiseaseGroupType, ['areaCode', 'groupId'], always('The group.', '病组。')) },
    { key: ['areaCode', 'id'], visible: groupReviewList.list.visible },
  ),
];
