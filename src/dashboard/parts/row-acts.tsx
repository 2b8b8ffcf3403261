import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Opened } from './opened.tsx';

const Tell = createContext<(words: string) => void>(() => {});

/**
 * A part of a page whose rows can be acted on: what was done is told above them, for the row may be gone by then. The
 * words get the focus, so that whoever goes on by keyboard is where the rows begin.
 */
export function RowActs({ children }: { readonly children: ReactNode }) {
  const [done, setDone] = useState<{ readonly words: string } | null>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const tell = useMemo(() => (words: string) => setDone({ words }), []);
  useEffect(() => {
    if (done) note.current?.focus();
  }, [done]);
  return (
    <Tell value={tell}>
      <p ref={note} role="status" tabIndex={-1} className="done">
        {done?.words}
      </p>
      {children}
    </Tell>
  );
}

/** An act on one row: a button that opens its form, which closes once the act is done. */
export function RowAct(props: {
  /** What the button says. */
  readonly name: string;
  /** Which row it acts on, in words. */
  readonly of: string;
  /** The form; it tells what was done. */
  readonly form: (onDone: (words: string) => void) => ReactNode;
}) {
  const { name, of, form } = props;
  const tell = useContext(Tell);
  return (
    <Opened
      kind="act"
      heading={`${name} · ${of}`}
      content={(done) =>
        form((words) => {
          done();
          tell(words);
        })
      }
    >
      {name}
    </Opened>
  );
}
