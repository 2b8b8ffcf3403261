import { ChoicesDocument, type StatisticsDimension } from '../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../app/language.ts';
import { nameOf, productName } from './names.ts';

/** By what it is chosen, in the API's word. */
export type ChoiceOf = Extract<StatisticsDimension, 'AREA' | 'PRODUCT' | 'ENTERPRISE' | 'AGREEMENT_YEAR'>;

/** What there is to choose. */
export interface Choices {
  /** Undefined while it is asked for. */
  readonly options: readonly { readonly value: string; readonly name: string }[] | undefined;
  /** Until when what they are about is recorded; undefined while it is asked for. */
  readonly dataThrough: string | null | undefined;
}

/**
 * The areas, products, enterprises or years of which the caller has agreements by a day.
 * @param enabled false asks nothing yet
 */
export function useChoices(by: ChoiceOf, asOf: string, enabled = true): Choices {
  const { language } = useLanguage();
  const statistics = useAnswer(ChoicesDocument, { asOf, by }, enabled).data?.procurementStatistics;
  const options = statistics?.rows.flatMap(({ area, enterprise, product, agreementYear }) => {
    if (product) return { value: product.code, name: productName(product, language) };
    const named = area ?? enterprise;
    if (named) return { value: named.code, name: nameOf(named, language) };
    return agreementYear === null ? [] : { value: String(agreementYear), name: String(agreementYear) };
  });
  return { options, dataThrough: statistics?.dataThrough };
}
