import { NameOfDocument } from '../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../app/language.ts';
import { nameOf, productName } from './names.ts';

/** What has a code that stands in an address or a token. */
export type Coded = 'area' | 'enterprise' | 'institution' | 'product';

/**
 * What the bearer of a code is called in the reader's language; the code itself until that is known.
 * @param code undefined asks nothing
 */
export function useName(kind: Coded, code: string | undefined): string | undefined {
  const { language } = useLanguage();
  const asked = {
    isArea: kind === 'area',
    isEnterprise: kind === 'enterprise',
    isInstitution: kind === 'institution',
    isProduct: kind === 'product',
  };
  const { data } = useAnswer(NameOfDocument, { code: code ?? '', ...asked }, code !== undefined);
  const { area, enterprise, institution, product } = data ?? {};
  const named = area ?? enterprise ?? institution;
  // The answer before stays while another is asked for: it is not this one's name.
  if (named?.code === code && named) return nameOf(named, language);
  return product && product.code === code ? productName(product, language) : code;
}
