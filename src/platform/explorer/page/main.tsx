import { GraphiQL } from 'graphiql';
// Monaco's workers as files of ours, not of a foreign host.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import type { Examples } from '../example.ts';
import { askServer, useToken } from './ask-server.ts';
import { examplesPlugin } from './examples-panel.tsx';
import { Masthead } from './masthead.tsx';
import './page.css';

const response = await fetch('/explorer/examples.json');
const { introduction, examples } = (await response.json()) as Examples;
const plugin = examplesPlugin(examples);
const first = examples[0];
// GraphiQL fills the variables editor from its memory alone; at a first visit that is empty, and the first tab needs its own.
const firstVisit = localStorage.getItem('graphiql:tabState') === null;

createRoot(document.getElementById('explorer')!).render(
  <>
    <Masthead introduction={introduction} onToken={useToken} />
    <main>
      <GraphiQL
        fetcher={askServer}
        plugins={[plugin]}
        visiblePlugin={plugin}
        defaultTabs={first ? [{ query: first.query, variables: first.variables }] : undefined}
        initialVariables={firstVisit ? first?.variables : undefined}
        defaultEditorToolsVisibility="variables"
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo> </GraphiQL.Logo>
      </GraphiQL>
    </main>
  </>,
);
