/** A share of a whole as a bar beside its figure; the figure is said, the bar only shows it. */
export function Bar({ part, whole, mark }: { readonly part: number; readonly whole: number; readonly mark?: number | null }) {
  const share = (value: number) => `${Math.min(100, Math.max(0, whole > 0 ? (value / whole) * 100 : 0))}%`;
  return (
    <span className="bar" aria-hidden="true">
      <span className="filled" style={{ width: share(part) }} />
      {mark != null && <span className="mark" style={{ left: share(mark) }} />}
    </span>
  );
}
