const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A source of ULIDs: 48 bits of time and 80 random bits as 26 signs, in the order in which they were made
 * as long as one process makes them.
 * @param nowMs  milliseconds since 1970
 * @param random  that many random bytes
 */
export function createUlids(nowMs: () => number, random: (bytes: number) => Uint8Array): () => string {
  let lastMs = -1
  let lastRandom = 0n
  return () => {
    const ms = Math.max(nowMs(), lastMs)
    lastRandom = ms === lastMs ? lastRandom + 1n : randomBits(random)
    lastMs = ms
    return encode(BigInt(ms), 10) + encode(lastRandom, 16)
  }
}

/** 79 bits, so that there is always room to count upwards within a millisecond. */
function randomBits(random: (bytes: number) => Uint8Array): bigint {
  return random(10).reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n) >> 1n
}

function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest >>= 5n) text = alphabet[Number(rest & 31n)] + text
  return text
}
