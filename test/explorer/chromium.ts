import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const program = '/usr/bin/chromium';
const advice = "Chromium is not installed, so the explorer is not tested in a browser: 'apt-get install chromium' installs it";

/** Whether a browser test can run here; where it cannot that is said out loud, and is a failure with CI=true. */
export function chromiumIsThere(): boolean {
  if (existsSync(program)) return true;
  if (process.env['CI'] === 'true') throw new Error(advice);
  process.stderr.write(`SKIPPED: ${advice}\n`);
  return false;
}

/** Debian's Chromium, told to speak to nobody on its own account. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}
