import { GraphQLInt } from 'graphql';
import { AreaType, EnterpriseType, ProductType } from '../catalogue/index.ts';
import { localDate } from '../kernel/local-date.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { derived, one, pages, queries, reads } from '../platform/graphql/reads.ts';
import { CreditRating } from './credit-rating.entity.ts';
import { EnterpriseBar } from './enterprise-bar.entity.ts';
import { ListingSuspension } from './listing-suspension.entity.ts';
import { creditLevel } from './policy/index.ts';
import { creditRatingList, enterpriseBarList, listingSuspensionList } from './standing.lists.ts';
import {
  CreditRatingConnection,
  CreditRatingType,
  EnterpriseBarConnection,
  EnterpriseBarType,
  ListingSuspensionConnection,
  ListingSuspensionType,
} from './standing.type.ts';

/** What is asked of the standing of enterprises by itself. */
export const StandingQueries = queries({
  enterpriseBars: pages(
    () => EnterpriseBarConnection,
    enterpriseBarList,
    always('Bars from national bids, the latest first.', '违规名单,最近的在前。'),
  ),
  creditRatings: pages(
    () => CreditRatingConnection,
    creditRatingList,
    always('Credit ratings of enterprises, the latest first.', '企业信用评价,最近的在前。'),
  ),
  listingSuspensions: pages(
    () => ListingSuspensionConnection,
    listingSuspensionList,
    always('Suspended listings, the latest first.', '暂停挂网,最近的在前。'),
  ),
});

const enterprise = one(() => EnterpriseType, 'enterprise', always('The enterprise.', '企业。'));
const area = one(() => AreaType, 'area', always('The province.', '省份。'));

function rankOf({ level, effectiveFrom }: Pick<CreditRating, 'level' | 'effectiveFrom'>): number | null {
  const judged = creditLevel(level, localDate(effectiveFrom));
  return judged.ok ? judged.value.rank : null;
}

/** What the fields of these types mean, beside the columns of their names. */
export const standingReads = [
  reads(EnterpriseBarType, 'EnterpriseBar', EnterpriseBar, { enterprise }, {}),
  reads(
    CreditRatingType,
    'CreditRating',
    CreditRating,
    {
      enterprise,
      area,
      rank: derived<Pick<CreditRating, 'level' | 'effectiveFrom'>>(
        () => GraphQLInt,
        { level: 'level', effectiveFrom: 'effectiveFrom' },
        rankOf,
        maybe('Its place in the scheme of its first day, 1 the mildest.', '在生效首日所适用方案中的级次,1 为最轻。'),
      ),
    },
    { key: ['area', 'id'] },
  ),
  reads(
    ListingSuspensionType,
    'ListingSuspension',
    ListingSuspension,
    { area, product: one(() => ProductType, 'product', always('The product.', '产品。')) },
    { key: ['area', 'id'] },
  ),
];
