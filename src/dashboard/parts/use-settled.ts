import { useEffect, useState } from 'react';

/** Milliseconds without a key pressed, after which what was typed is asked about. */
const pause = 350;

/** What is typed, once nothing more was typed for a moment. */
export function useSettled<V>(value: V): V {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as V), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
