import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What can be pressed, a figure or, where it acts, a button; what opens then is made when it is opened, and Escape closes it. */
export function Opened(props: {
  /** Of a button, which it names to whoever does not see its row, it begins with what the button says. */
  readonly heading: string;
  /** What pressing does, for those who point at it. */
  readonly title?: string;
  readonly kind?: 'why' | 'act';
  readonly children: ReactNode;
  readonly content: (close: () => void) => ReactNode;
}) {
  const { heading, title, kind = 'why', children, content } = props;
  const [isOpen, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const { t } = useTranslation();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  return (
    <>
      <button type="button" className={kind} title={title} aria-label={kind === 'act' ? heading : undefined} onClick={() => setOpen(true)}>
        {children}
      </button>
      {isOpen && (
        <dialog ref={dialog} aria-labelledby={headingId} className="explanation" onClose={() => setOpen(false)}>
          <h2 id={headingId}>{heading}</h2>
          {content(() => dialog.current?.close())}
          <form method="dialog">
            <button type="submit">{t('why.close')}</button>
          </form>
        </dialog>
      )}
    </>
  );
}
