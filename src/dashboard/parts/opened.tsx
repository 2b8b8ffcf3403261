import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A figure that can be pressed, and what opens then; it is made when it is opened, and Escape closes it. */
export function Opened(props: {
  readonly heading: string;
  /** What pressing does, for those who point at it. */
  readonly title: string;
  readonly children: ReactNode;
  readonly content: () => ReactNode;
}) {
  const { heading, title, children, content } = props;
  const [isOpen, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const { t } = useTranslation();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  return (
    <>
      <button type="button" className="why" title={title} onClick={() => setOpen(true)}>
        {children}
      </button>
      {isOpen && (
        <dialog ref={dialog} aria-labelledby={headingId} className="explanation" onClose={() => setOpen(false)}>
          <h2 id={headingId}>{heading}</h2>
          {content()}
          <form method="dialog">
            <button type="submit">{t('why.close')}</button>
          </form>
        </dialog>
      )}
    </>
  );
}
