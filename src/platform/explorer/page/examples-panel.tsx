import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { useEffect, useState } from 'react';
import type { Example } from '../example.ts';

/** The panel that lists the examples; a click opens one in a tab and runs it, unless it records. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  return { title: 'Examples 示例', icon: ExamplesIcon, content: () => <ExamplesPanel examples={examples} /> };
}

/** Nothing is recorded by a click that only meant to look. */
const isMutation = /^mutation /m;

function ExamplesPanel({ examples }: { readonly examples: readonly Example[] }) {
  const tabs = useGraphiQL((state) => state.tabs);
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const { addTab, changeTab, run } = useGraphiQLActions();
  const [opening, setOpening] = useState<string | null>(null);

  // The editor reads the operation's name a moment after its text changed; a run before that would name the old one.
  useEffect(() => {
    if (opening === null || opening !== operationName) return;
    setOpening(null);
    run();
  }, [opening, operationName, run]);

  // The sentences above an operation are longer than the editor is wide.
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);

  const open = (example: Example) => {
    const opened = tabs.findIndex((tab) => tab.query === example.query);
    if (opened >= 0 && opened !== activeTabIndex) changeTab(opened);
    if (opened < 0 && tabs[activeTabIndex]?.query) addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables);
    if (!isMutation.test(example.query)) setOpening(example.name);
  };

  return (
    <section className="examples" aria-label="Examples 示例">
      <h2>
        <span lang="zh-CN">示例</span> Examples
      </h2>
      <p className="examples-hint">
        <span lang="zh-CN">点击即打开并运行；写入数据的只打开。</span> A click opens and runs it; one that records is only opened.
      </p>
      <ol>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" aria-current={tabs[activeTabIndex]?.query === example.query} onClick={() => open(example)}>
              <code>{example.name}</code>
              <span lang="zh-CN">{example.chinese}</span>
              <span>{example.english}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ExamplesIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M4 3.500h9.500A2.500 2.500 0 0 1 16 6v10.500H6.500A2.500 2.500 0 0 1 4 14z" />
      <path d="M4 14a2.500 2.500 0 0 1 2.500-2.500H16M7.500 6.500h5M7.500 8.800h3" />
    </svg>
  );
}
