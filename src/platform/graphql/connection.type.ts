import { ArgsType, Field, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { largestCount, largestPage } from '../read/page-fetch.ts';
import { always, bilingual, maybe } from './describe.ts';
import { QuantityScalar } from './scalars.ts';

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: bilingual(
    'The direction of an order. What is not on record comes last in both.',
    '排序方向。未记录的值在两种方向下都排在最后。',
  ),
  valuesConfig: {
    ASC: { description: bilingual('From small to large, from early to late.', '从小到大、从早到晚。') },
    DESC: { description: bilingual('From large to small, from late to early.', '从大到小、从晚到早。') },
  },
});

@ObjectType({ simpleResolvers: true, description: bilingual('Where a page lies in its list.', '分页在列表中的位置。') })
class PageInfo {
  @Field(() => Boolean, always('Whether more rows follow.', '其后是否还有数据。'))
  hasNextPage!: boolean;

  @Field(() => Boolean, always('Whether the page was asked for after a cursor.', '是否从某一游标之后开始。'))
  hasPreviousPage!: boolean;

  @Field(() => String, maybe('The cursor of the first row.', '首行的游标。'))
  startCursor!: string | null;

  @Field(() => String, maybe('The cursor of the last row; give it as `after`.', '末行的游标,可作为 after 参数。'))
  endCursor!: string | null;
}

/** The arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: bilingual(`How many rows, 1 to ${largestPage}.`, `行数,1 至 ${largestPage}。`), defaultValue: 50 })
  first!: number;

  @Field(() => String, maybe('Rows after this cursor.', '从此游标之后开始。'))
  after?: string | null;
}

/** Makes the Relay connection of `node`: `XConnection` and `XEdge`, described in both languages. */
export function connectionOf(node: ClassType, name: string, nameZh: string): ClassType {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: bilingual(`A ${name} and its place in the list.`, `一项${nameZh}及其在列表中的位置。`),
  })
  class Edge {
    @Field(() => String, always('The place in the list; give it as `after`.', '在列表中的位置,可作为 after 参数。'))
    cursor!: string;

    @Field(() => node, always('The object.', '对象本身。'))
    node!: object;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: bilingual(`A page of a list of ${name}.`, `${nameZh}列表的一页。`),
  })
  class Connection {
    @Field(() => [node], always('The objects of the page.', '本页的对象。'))
    nodes!: object[];

    @Field(() => [Edge], always('The objects with their cursors.', '对象及其游标。'))
    edges!: Edge[];

    @Field(() => PageInfo, always('Where the page lies.', '分页信息。'))
    pageInfo!: PageInfo;

    @Field(
      () => QuantityScalar,
      always(`The number of rows of the whole list, counted to ${largestCount} at most.`, `整个列表的行数,最多计至 ${largestCount}。`),
    )
    totalCount!: number;

    @Field(
      () => Boolean,
      always(
        'Whether `totalCount` is the number of rows; false where the list has more rows than are counted.',
        'totalCount 是否为实际行数;列表行数超过计数上限时为 false。',
      ),
    )
    totalIsExact!: boolean;
  }
  return Connection;
}
