import path from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import { openDataFolder } from '../config/data-folder.ts';
import { readOrMakeKey } from '../config/key-file.ts';
import { newSecret, sealWith, type Seal } from './seal.ts';

/** In DATA_DIR; whoever loses it loses what is sealed and not opened yet. */
export const sealingKeyFile = 'sealing-key.json';
const advice = 'put back the file as it was, readable by its owner only; a new one opens nothing that was sealed before';

/**
 * Opens the sealing key of a data folder; it is made at the first call and stays. Servers that share a database share it.
 * @throws ConfigError when the key file cannot be read, is no key, or may be read by others
 * @source none: machinery
 */
export async function openSeal(dataDir: string): Promise<Seal> {
  openDataFolder(dataDir);
  const file = path.join(dataDir, sealingKeyFile);
  const make = () => ({ kty: 'oct', k: newSecret().toString('base64url') });
  const key = (await readOrMakeKey({ file, make, advice })) as { readonly kty?: unknown; readonly k?: unknown } | null;
  const secret = key?.kty === 'oct' && typeof key.k === 'string' ? Buffer.from(key.k, 'base64url') : Buffer.alloc(0);
  if (secret.length !== 32) throw new ConfigError(`${file} is not a sealing key: ${advice}.`);
  return sealWith(secret);
}
