import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** Changes what the page shows, and leads to the part of it where that is seen. */
export function LinkToPart(props: {
  readonly address: string;
  /** The id of the part; its element takes the focus. */
  readonly part: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}) {
  const { address, part, isCurrent = false, children } = props;
  const lead = () => {
    const element = document.getElementById(part);
    element?.scrollIntoView();
    element?.focus({ preventScroll: true });
  };
  return (
    <Link href={`${address}#${part}`} aria-current={isCurrent ? 'true' : undefined} onClick={lead}>
      {children}
    </Link>
  );
}
