import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../config/config-error.ts';
import { openSeal, sealingKeyFile } from './sealing-key.ts';

describe('the sealing key of a data folder', () => {
  let dataDir: string;
  const file = () => path.join(dataDir, sealingKeyFile);
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'accord-seal-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is made once, for its owner alone, and is another in another folder', async () => {
    // Two servers that start at once use the same.
    const [first, second] = await Promise.all([openSeal(dataDir), openSeal(dataDir)]);
    expect(second.keyId).toBe(first.keyId);
    expect((await openSeal(dataDir)).keyId).toBe(first.keyId);
    expect(readdirSync(dataDir)).toEqual([sealingKeyFile]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const { k } = JSON.parse(readFileSync(file(), 'utf8')) as { k: string };
    expect(Buffer.from(k, 'base64url')).toHaveLength(32);
    expect(k).not.toContain(first.keyId);
    rmSync(file());
    expect((await openSeal(dataDir)).keyId).not.toBe(first.keyId);
  });

  it.each([
    ['no JSON', 'is not a sealing key'],
    ['null', 'is not a sealing key'],
    ['{"kty":"oct","k":"AAAA"}', 'is not a sealing key'],
    ['{"kty":"OKP","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}', 'is not a sealing key'],
  ])('with %s ends with one line that does not advise to delete it', async (content, line) => {
    writeFileSync(file(), content, { mode: 0o600 });
    const failed = openSeal(dataDir);
    await expect(failed).rejects.toThrow(ConfigError);
    await expect(failed).rejects.toThrow(line);
    await expect(failed).rejects.toThrow('put back the file');
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });

  it('that others may read is not used', async () => {
    await openSeal(dataDir);
    chmodSync(file(), 0o640);
    await expect(openSeal(dataDir)).rejects.toThrow('may be read by other users');
  });
});
