import { useState, type ReactNode } from 'react';

/** A section that asks for its figures when its reader opens it: a page asks no more than it shows. */
export function OnDemand({ id, heading, children }: { readonly id: string; readonly heading: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section id={id} tabIndex={-1}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2>{heading}</h2>
        </summary>
        {isOpen && children}
      </details>
    </section>
  );
}
