/**
 * A stream of numbers in [0, 1) that a seed decides: the same on every machine, since only whole numbers of 32 bits
 * are computed with (mulberry32). For demonstration data; nothing secret or statistical hangs on it.
 * @param seed a whole number from 0 to 4,294,967,295
 * @source none: machinery
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
