import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { measureDocument } from './measure-document.ts';
import { scanText } from './scan-text.ts';

/** @throws TooComplex for the text of a document that asks for too much; what is no GraphQL is left for Apollo to refuse */
export type RequireModest = (text: string) => void;

/** Measures documents by the schema that they ask. */
export function modestDocuments(schema: GraphQLSchema): RequireModest {
  const fields = schema.getQueryType()!.getFields();
  const isLookUp = (name: string) => fields[name]?.extensions.meaning?.kind === 'lookUp';
  return (text) => {
    if (!scanText(text)) return;
    let document: DocumentNode;
    try {
      document = parse(text, { noLocation: true });
    } catch {
      return;
    }
    measureDocument(document, isLookUp);
  };
}
