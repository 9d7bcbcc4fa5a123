const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const timeSigns = 10
const randomSigns = 16

/**
 * A source of ULIDs: 48 bits of time and 80 random bits as 26 signs, in the order in which they were made
 * as long as one process makes them.
 * @param nowMs  milliseconds since 1970
 * @param random  that many random bytes
 */
export function createUlids(nowMs: () => number, random: (bytes: number) => Uint8Array): () => string {
  let lastMs = -1
  let time = ''
  let digits: number[] = []
  return () => {
    const ms = Math.max(nowMs(), lastMs)
    if (ms === lastMs) increase(digits)
    else {
      lastMs = ms
      time = timeText(ms)
      digits = randomDigits(random(randomSigns))
    }
    return time + digits.map((digit) => alphabet.charAt(digit)).join('')
  }
}

/** Five bits a digit but four in the first, so that there is always room to count upwards within a millisecond. */
function randomDigits(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte, at) => byte & (at === 0 ? 15 : 31))
}

function increase(digits: number[]): void {
  let at = digits.length - 1
  while (digits[at] === 31) digits[at--] = 0
  digits[at] = (digits[at] as number) + 1
}

function timeText(ms: number): string {
  let text = ''
  for (let rest = ms; text.length < timeSigns; rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text
  return text
}
