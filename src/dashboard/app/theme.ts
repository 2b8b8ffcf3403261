import { useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const remembered = 'accord-theme';

/** Light, dark, or as the device is set; remembered on this device. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = localStorage.getItem(remembered);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  });
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(remembered, theme);
  }, [theme]);
  return [theme, setTheme];
}
