import { describe, expect, it } from 'vitest';
import { SealBroken, sealedBy, sealTo, sealWith, unseal } from './seal.ts';

const seal = sealWith(Buffer.alloc(32, 1));
const other = sealWith(Buffer.alloc(32, 2));

describe('a sealed text', () => {
  it('is opened by the released key, and by nothing else', async () => {
    const [pair, foreign] = [await seal.newPair('round-1'), await seal.newPair('round-2')];
    const sealed = await sealTo(pair.publicKey, '8675.3091');
    const released = await seal.releaseKey(pair.sealedPrivateKey, 'round-1');
    expect(await unseal(released, sealed)).toBe('8675.3091');
    await expect(unseal(await seal.releaseKey(foreign.sealedPrivateKey, 'round-2'), sealed)).rejects.toThrow(SealBroken);
    await expect(unseal(released, `${sealed.slice(0, -6)}AAAAAA`)).rejects.toThrow(SealBroken);
    for (const text of [sealed, pair.sealedPrivateKey, pair.publicKey]) expect(text).not.toContain('8675');
    expect(JSON.parse(pair.publicKey)).not.toHaveProperty('d');
  });

  it('is another text each time', async () => {
    const { publicKey } = await seal.newPair('round-1');
    expect(await sealTo(publicKey, 'a')).not.toBe(await sealTo(publicKey, 'a'));
  });
});

describe('a private key', () => {
  it('is released for what it was made for, by the server that made it, and as it was made', async () => {
    const { sealedPrivateKey } = await seal.newPair('round-1');
    expect([sealedBy(sealedPrivateKey), sealedBy('none')]).toEqual([seal.keyId, null]);
    expect(JSON.parse(await seal.releaseKey(sealedPrivateKey, 'round-1'))).toMatchObject({
      kty: 'OKP',
      crv: 'X25519',
      d: expect.any(String) as string,
    });
    await expect(seal.releaseKey(sealedPrivateKey, 'round-2')).rejects.toThrow('for something else');
    await expect(other.releaseKey(sealedPrivateKey, 'round-1')).rejects.toThrow('by another key');
    await expect(seal.releaseKey(`${sealedPrivateKey.slice(0, -6)}AAAAAA`, 'round-1')).rejects.toThrow('not as it was sealed');
    // A header that was changed is no way around either.
    const [header, ...rest] = sealedPrivateKey.split('.');
    const changed = { ...(JSON.parse(Buffer.from(header!, 'base64url').toString()) as object), sub: 'round-2' };
    const forged = [Buffer.from(JSON.stringify(changed)).toString('base64url'), ...rest].join('.');
    await expect(seal.releaseKey(forged, 'round-2')).rejects.toThrow('not as it was sealed');
  });
});

describe('a keyed hash', () => {
  it('is the same for the same text and key, and another for any other', () => {
    const hashes = [seal.keyedHash('a'), seal.keyedHash('b'), other.keyedHash('a')];
    expect(sealWith(Buffer.alloc(32, 1)).keyedHash('a')).toBe(hashes[0]);
    expect(new Set([...hashes, seal.keyId, other.keyId]).size).toBe(5);
  });
});
