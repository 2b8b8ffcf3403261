import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';

/** What was typed into a form, by the names of its controls, without blanks around; empty where nothing was. */
export type Typed = Readonly<Record<string, string>>;

/**
 * A form that acts: gives what was typed and the value of the button that was pressed. It is empty again once that is done.
 * A dialog was opened for its form, which gets the focus when it is there.
 */
export function ActForm(props: {
  readonly label: string;
  /** Answers null, or false, where it was not done. */
  readonly onSend: (typed: Typed, pressed: string) => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const made = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (made.current?.closest('dialog')) made.current.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.nativeEvent.submitter as HTMLButtonElement | null;
    const form = event.currentTarget;
    void props.onSend(typedIn(form), pressed?.value ?? '').then((done) => done && form.reset());
  };
  return (
    <form ref={made} className="act" aria-label={props.label} onSubmit={submit}>
      {props.children}
    </form>
  );
}

/** What stands in a form's controls. */
export function typedIn(form: HTMLFormElement): Typed {
  const texts = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']);
  return Object.fromEntries(texts) as Typed;
}

/** What an input takes for a text that may be left out. */
export const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
