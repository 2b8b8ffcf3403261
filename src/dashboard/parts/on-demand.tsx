import { useEffect, useState, type ReactNode } from 'react';

/**
 * A section that asks for its figures when its reader opens it, or comes to it by a link: a page asks no more than it shows.
 */
export function OnDemand(props: {
  readonly id: string;
  readonly heading: string;
  /** Open from the beginning: the address says what to show in it. */
  readonly isAsked?: boolean;
  readonly children: ReactNode;
}) {
  const { id, heading, isAsked = false, children } = props;
  const [isOpen, setOpen] = useState(isAsked || location.hash === `#${id}`);
  useEffect(() => {
    const come = () => location.hash === `#${id}` && setOpen(true);
    addEventListener('hashchange', come);
    return () => removeEventListener('hashchange', come);
  }, [id]);
  return (
    <section id={id} tabIndex={-1}>
      <details className="on-demand" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2>{heading}</h2>
        </summary>
        {isOpen && children}
      </details>
    </section>
  );
}
