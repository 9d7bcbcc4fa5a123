const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const timeSigns = 10
const randomSigns = 16
const codes = Array.from(alphabet, (sign) => sign.charCodeAt(0))

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
    return time + String.fromCharCode(...digits.map((digit) => codes[digit] as number))
  }
}

/** Five bits a digit but four in the first, so that there is always room to count upwards within a millisecond. */
function randomDigits(bytes: Uint8Array): number[] {
  const digits = [(bytes[0] as number) & 15]
  for (let at = 1; at < bytes.length; at++) digits.push((bytes[at] as number) & 31)
  return digits
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
