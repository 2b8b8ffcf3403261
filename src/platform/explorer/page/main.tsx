import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import type { Examples } from '../examples.ts';
import { askServer, useToken } from './ask-server.ts';
import { examplesPlugin } from './examples-panel.tsx';
import { Masthead } from './masthead.tsx';
import './page.css';
import './workers.ts';

const response = await fetch('/explorer/examples.json');
const { introduction, examples }: Examples = await response.json();
const plugin = examplesPlugin(examples);
const first = examples[0];

createRoot(document.getElementById('explorer')!).render(
  <>
    <Masthead introduction={introduction} onToken={useToken} />
    <main>
      <GraphiQL
        fetcher={askServer}
        plugins={[plugin]}
        visiblePlugin={plugin}
        defaultTabs={first ? [{ query: first.query, variables: first.variables }] : undefined}
        defaultEditorToolsVisibility="variables"
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo> </GraphiQL.Logo>
      </GraphiQL>
    </main>
  </>,
);
