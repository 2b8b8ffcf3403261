import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * What can be pressed, a figure or, where it acts, a button; what opens then is made when it is opened, and Escape closes
 * it. A form that was closed before its act was done stays as it was left, with the key under which the act counts once:
 * its answer may have been lost.
 */
export function Opened(props: {
  /** Of a button, which it names to whoever does not see its row, it begins with what the button says. */
  readonly heading: string;
  /** What pressing does, for those who point at it. */
  readonly title?: string;
  readonly kind?: 'why' | 'act';
  readonly children: ReactNode;
  /** What opens; it may say that it is done. */
  readonly content: (done: () => void) => ReactNode;
}) {
  const { heading, title, kind = 'why', children, content } = props;
  const [isMade, setMade] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const { t } = useTranslation();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  const open = () => {
    setMade(true);
    setOpen(true);
  };
  const closed = () => {
    setOpen(false);
    if (kind === 'why') setMade(false);
  };
  const done = () => {
    dialog.current?.close();
    setOpen(false);
    setMade(false);
  };
  return (
    <>
      <button type="button" className={kind} title={title} aria-label={kind === 'act' ? heading : undefined} onClick={open}>
        {children}
      </button>
      {isMade && (
        <dialog ref={dialog} aria-labelledby={headingId} className="explanation" onClose={closed}>
          <h2 id={headingId}>{heading}</h2>
          {content(done)}
          <form method="dialog">
            <button type="submit">{t('why.close')}</button>
          </form>
        </dialog>
      )}
    </>
  );
}
