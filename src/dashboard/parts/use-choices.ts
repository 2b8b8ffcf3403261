import { ChoicesDocument, type ChoicesQuery } from '../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../app/language.ts';
import { nameOf, productName } from './names.ts';

interface Option {
  readonly value: string;
  readonly name: string;
}

/** What there is to choose, by filter; nothing while it is asked for. */
export interface Choices {
  readonly areas: readonly Option[];
  readonly products: readonly Option[];
  readonly enterprises: readonly Option[];
  readonly years: readonly Option[];
  /** Until when what they are about is recorded; undefined while it is asked for. */
  readonly dataThrough: string | null | undefined;
}

/** Areas, products, enterprises and years of which the caller has agreements by a day. */
export function useChoices(asOf: string): Choices {
  const { language } = useLanguage();
  const { data } = useAnswer(ChoicesDocument, { asOf });
  const named = <K extends 'areas' | 'products' | 'enterprises'>(
    key: K,
    of: (row: ChoicesQuery[K]['rows'][number]) => Option | null,
  ): readonly Option[] => (data?.[key].rows ?? []).flatMap((row) => of(row) ?? []);
  return {
    areas: named('areas', ({ area }) => area && { value: area.code, name: nameOf(area, language) }),
    products: named('products', ({ product }) => product && { value: product.code, name: productName(product, language) }),
    enterprises: named('enterprises', ({ enterprise }) => enterprise && { value: enterprise.code, name: nameOf(enterprise, language) }),
    years: (data?.years.rows ?? []).map(({ agreementYear }) => ({ value: String(agreementYear), name: String(agreementYear) })),
    dataThrough: data?.areas.dataThrough,
  };
}
