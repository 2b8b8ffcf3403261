import type { EntityClass } from '@mikro-orm/core';
import type { GraphQLScalarType } from 'graphql';
import { ArgsType, Field, InputType, registerEnumType, type ClassType } from 'type-graphql';
import { columnFilter, codeFilter, type FieldFilter, type Filter, type SeenColumn } from '../read/filter.ts';
import type { Direction, OrderColumn, PageArguments, PagedList } from '../read/paged-list.ts';
import { PageArgs, SortDirection } from './connection.type.ts';
import { always, bilingual, maybe } from './describe.ts';
import { CodeFilter, DateFilter, enumFilter, QuantityFilter, TextFilter } from './filter.input.ts';
import { DateScalar } from './scalars.ts';

/** One field by which a list is asked: its operators, its SQL, and whether the list can be ordered by it. */
interface ListField {
  readonly input: ClassType | GraphQLScalarType;
  readonly filter: FieldFilter<never>;
  readonly order?: OrderColumn;
  readonly english: string;
  readonly chinese: string;
}

const enumFilters = new Map<object, ClassType>();

/** The kinds of field that a list can be asked by; each names the column that it means, or what a caller sees of it. */
export const by = {
  /** A text: `eq in contains isNull`. */
  text: (column: string, english: string, chinese: string): ListField => ({
    input: TextFilter,
    filter: columnFilter(column, 'text'),
    order: { column, type: 'text' },
    english,
    chinese,
  }),
  /** A civil date: `eq gte lte isNull`. */
  date: (column: string, english: string, chinese: string): ListField => ({
    input: DateFilter,
    filter: columnFilter(column, 'date'),
    order: { column, type: 'date' },
    english,
    chinese,
  }),
  /** One day, for which the rows that a condition holds on are asked. */
  on: (filter: FieldFilter<string>, english: string, chinese: string): ListField => ({ input: DateScalar, filter, english, chinese }),
  /** A whole number: `eq gte lte`. */
  quantity: (column: string | SeenColumn, type: 'bigint' | 'integer', english: string, chinese: string): ListField => ({
    input: QuantityFilter,
    filter: columnFilter(column, type),
    order: typeof column === 'string' ? { column, type } : { ...column, type },
    english,
    chinese,
  }),
  /** An enum: `eq in`. */
  enum: (column: string | SeenColumn, enumObject: object, name: string, english: string, chinese: string): ListField => {
    let input = enumFilters.get(enumObject);
    if (!input) enumFilters.set(enumObject, (input = enumFilter(enumObject, name, chinese.replace(/。$/, ''))));
    return { input, filter: columnFilter(column, 'text'), english, chinese };
  },
  /** The business code of the row that `column` points to: `eq in`. */
  codeOf: (column: string, table: string, english: string, chinese: string, keyColumn = 'id'): ListField => ({
    input: CodeFilter,
    filter: codeFilter(column, table, keyColumn),
    english,
    chinese,
  }),
  /** A condition of the list's own, by the business code. */
  code: (filter: FieldFilter, english: string, chinese: string): ListField => ({ input: CodeFilter, filter, english, chinese }),
};

/** What a list is: its name in the schema, its rows, the fields to ask by. */
export interface ListDeclaration<E extends object, F extends string> {
  readonly name: string;
  readonly entity: EntityClass<E>;
  readonly fields: Readonly<Record<F, ListField>>;
  readonly defaultOrder: readonly (readonly [OrderColumn, Direction])[];
  readonly tieBreaker?: OrderColumn;
  readonly parentColumn?: string;
  readonly visible?: PagedList<E>['visible'];
}

/** A list ready for a resolver: `Args` for its argument, `list` for the page loader. */
export interface DeclaredList<E extends object> {
  readonly Args: ClassType<PageArguments>;
  readonly list: PagedList<E>;
  /** The same list under a parent, by the column that holds the parent's key. */
  under(parentColumn: string): PagedList<E>;
}

/** `openedOn` → `OPENED_ON`, the name of an order's enum value. */
const constantCase = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Declares a list once: from it come the filter input, the order input, the arguments and the SQL. */
export function defineList<E extends object, F extends string>(declaration: ListDeclaration<E, F>): DeclaredList<E> {
  const { name } = declaration;
  const fields = Object.entries(declaration.fields) as [F, ListField][];
  const list: PagedList<E> = {
    entity: declaration.entity,
    tieBreaker: declaration.tieBreaker ?? { column: 'id', type: 'uuid' },
    defaultOrder: declaration.defaultOrder.map(([column, direction]) => ({ by: column, direction })),
    orders: Object.fromEntries(fields.flatMap(([field, { order }]) => (order ? [[constantCase(field), order]] : []))),
    filter: Object.fromEntries(fields.map(([field, { filter }]) => [field, filter])) as Filter,
    ...(declaration.parentColumn ? { parentColumn: declaration.parentColumn } : {}),
    ...(declaration.visible ? { visible: declaration.visible } : {}),
  };
  return { Args: argsOf(name, fields, list), list, under: (parentColumn) => ({ ...list, parentColumn }) };
}

function argsOf(name: string, fields: [string, ListField][], list: PagedList): ClassType<PageArguments> {
  const filter = filterInput(name, fields);
  const order = orderInput(name, fields, Object.keys(list.orders ?? {}));

  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(() => filter, maybe('Only rows that meet this.', '仅返回满足条件的数据。'))
    filter?: object | null;

    @Field(() => [order], maybe('The order, most significant first.', '排序,按重要性从前到后。'))
    orderBy?: { field: string; direction: Direction }[] | null;
  }
  return ListArgs;
}

function filterInput(name: string, fields: [string, ListField][]): ClassType {
  @InputType(`${name}ListFilter`, {
    description: bilingual(`Which rows of a list of ${name}; all fields given must hold.`, `${name} 列表的筛选条件,所给各项须同时满足。`),
  })
  class ListFilter {
    @Field(() => [ListFilter], maybe('All of these hold.', '全部满足。')) and?: ListFilter[] | null;
    @Field(() => [ListFilter], maybe('At least one of these holds.', '至少满足一项。')) or?: ListFilter[] | null;
    @Field(() => ListFilter, maybe('This does not hold.', '不满足。')) not?: ListFilter | null;
  }
  for (const [field, { input, english, chinese }] of fields)
    Field(() => input as ClassType, maybe(english, chinese))(ListFilter.prototype, field);
  return ListFilter;
}

function orderInput(name: string, fields: [string, ListField][], values: string[]): ClassType {
  const descriptions = new Map(fields.map(([field, each]) => [constantCase(field), bilingual(each.english, each.chinese)]));
  const orderField = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(orderField, {
    name: `${name}OrderField`,
    description: bilingual(`By what a list of ${name} can be ordered.`, `${name} 列表可用的排序字段。`),
    valuesConfig: Object.fromEntries(values.map((value) => [value, { description: descriptions.get(value)! }])),
  });

  @InputType(`${name}Order`, { description: bilingual(`An order of a list of ${name}.`, `${name} 列表的排序。`) })
  class ListOrder {
    @Field(() => orderField, always('By what.', '排序字段。')) field!: string;
    @Field(() => SortDirection, { ...always('In which direction.', '排序方向。'), defaultValue: SortDirection.ASC }) direction!: Direction;
  }
  return ListOrder;
}
