import { existsSync } from 'node:fs';

const advice = "LibreOffice is not installed, so exports are not opened by it: 'apt-get install libreoffice-calc-nogui' installs it";

/** Where LibreOffice is; null, said out loud, where it is not installed. */
export function office(): string | null {
  const found = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((file) => existsSync(file));
  if (found) return found;
  if (process.env['CI'] === 'true') throw new Error(advice);
  process.stderr.write(`SKIPPED: ${advice}\n`);
  return null;
}
