import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../api/use-answer.ts';
import { Answered, Empty } from './page-state.tsx';

/** A row as its fragment asks for it; of a row of another kind nothing is asked. */
export type Row<N> = Exclude<NonNullable<N>, Record<PropertyKey, never>>;

/** What an act on a row has to name and its reader wants to see, asked for when the act is opened. */
export function RowInDetail<N extends object, V>(props: {
  readonly document: TypedDocumentNode<{ readonly node: N | null }, V>;
  readonly variables: V;
  readonly children: (row: Row<N>) => ReactNode;
}) {
  const { document, variables, children } = props;
  const { t } = useTranslation();
  const answer = useAnswer(document, variables);
  return <Answered of={answer}>{({ node }) => (node ? children(node as Row<N>) : <Empty>{t('state.notOnRecord')}</Empty>)}</Answered>;
}

/** What a row is, in a few lines above the form that acts on it; what is null is left out. */
export function RowFacts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="row-facts">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
