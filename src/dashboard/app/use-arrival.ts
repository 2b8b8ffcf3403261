import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/**
 * Lets whoever goes to another page begin at its top, by eye and by keyboard: what was pressed is not there any more. Back
 * and forward, the browser shows the place where one was.
 */
export function useArrival(): void {
  const [path] = useLocation();
  const last = useRef(path);
  const wentBack = useRef(false);
  useEffect(() => {
    const note = () => void (wentBack.current = true);
    addEventListener('popstate', note);
    return () => removeEventListener('popstate', note);
  }, []);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    document.getElementById('page')?.focus({ preventScroll: true });
    if (!wentBack.current) scrollTo(0, 0);
    wentBack.current = false;
  }, [path]);
}
