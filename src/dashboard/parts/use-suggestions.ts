import { useState } from 'react';
import { DistributorChoicesDocument, InstitutionChoicesDocument, ProductChoicesDocument } from '../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../app/language.ts';
import type { Asked } from './asked.ts';
import { nameOf, productName } from './names.ts';
import { useSettled } from './use-settled.ts';

type Suggestions = NonNullable<Asked['suggestions']>;

/** Institutions whose code or name has what is typed. */
export function useInstitutionSuggestions(): Suggestions {
  const [text, ask] = useState('');
  const nodes = useAnswer(InstitutionChoicesDocument, { text: useSettled(text) }).data?.institutions.nodes ?? [];
  return { ask, choices: nodes.map(({ code, name }) => ({ value: code, name: `${name} (${code})` })) };
}

/** Distributors whose code or name has what is typed. */
export function useDistributorSuggestions(): Suggestions {
  const [text, ask] = useState('');
  const { language } = useLanguage();
  const nodes = useAnswer(DistributorChoicesDocument, { text: useSettled(text) }).data?.enterprises.nodes ?? [];
  return { ask, choices: nodes.map((each) => ({ value: each.code, name: `${nameOf(each, language)} (${each.code})` })) };
}

/** Products whose code or name has what is typed. */
export function useProductSuggestions(): Suggestions {
  const [text, ask] = useState('');
  const { language } = useLanguage();
  const nodes = useAnswer(ProductChoicesDocument, { text: useSettled(text) }).data?.products.nodes ?? [];
  return { ask, choices: nodes.map((each) => ({ value: each.code, name: `${productName(each, language)} (${each.code})` })) };
}
