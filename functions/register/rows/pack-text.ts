const beginning = '~'
const bothEnds = '^'
const time = '@'
/** What a text said by its beginning, or by both its ends, costs besides its own letters. */
const beginningSigns = 3
const bothEndsSigns = 4
/** How many texts can be referred to, and how much of them: what one letter can say. */
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const timeLength = '2026-01-01T00:00:00.000Z'.length

/** What a packed text may begin with when it does not stand as it is. */
export const textSigns: readonly string[] = [beginning, bothEnds, time]

/**
 * The shortest way to say a text after those already said, to which it is added: as it is, as milliseconds (`@`), or as what
 * it shares with one of them and what it does not (`~`, which one, how many letters at the beginning; `^` also how many at
 * the end). Ids made at the same time, dates and names say little anew.
 */
export function packText(text: string, said: string[]): string {
  let shortest = packTime(text) ?? text
  for (let at = 0; at < said.length && at < letters.length; at++)
    shortest = reference(text, said[at] as string, at, shortest)
  said.push(text)
  return shortest
}

/** What `packText` was given; it is added to those said. */
export function unpackText(packed: string, said: string[]): string {
  const text = textOf(packed, said)
  said.push(text)
  return text
}

function textOf(packed: string, said: readonly string[]): string {
  const sign = packed.charAt(0)
  if (sign === time) return new Date(Number.parseInt(packed.slice(1), 36)).toISOString()
  if (sign !== beginning && sign !== bothEnds) return packed
  const earlier = said[numberAt(packed, 1)] as string
  const start = earlier.slice(0, numberAt(packed, 2))
  if (sign === beginning) return start + packed.slice(3)
  return start + packed.slice(4) + earlier.slice(earlier.length - numberAt(packed, 3))
}

/** The text said by what it shares with an earlier one, when that is shorter than what there is already. */
function reference(text: string, earlier: string, at: number, shortest: string): string {
  const start = sharedStart(text, earlier)
  if (start === 0) return shortest
  const end = sharedEnd(text, earlier, start)
  const byStart = beginningSigns + text.length - start
  const byBoth = bothEndsSigns + text.length - start - end
  if (Math.min(byStart, byBoth) >= shortest.length) return shortest
  const which = letters.charAt(at) + letters.charAt(start)
  if (byStart <= byBoth) return beginning + which + text.slice(start)
  return bothEnds + which + letters.charAt(end) + text.slice(start, text.length - end)
}

function sharedStart(text: string, earlier: string): number {
  const most = Math.min(text.length, earlier.length, letters.length - 1)
  let length = 0
  while (length < most && text.charCodeAt(length) === earlier.charCodeAt(length)) length++
  return length
}

/** Letters in common at the end, of those after `start`. */
function sharedEnd(text: string, earlier: string, start: number): number {
  const most = Math.min(text.length - start, earlier.length - start, letters.length - 1)
  let length = 0
  while (length < most && text.charCodeAt(text.length - 1 - length) === earlier.charCodeAt(earlier.length - 1 - length))
    length++
  return length
}

function numberAt(packed: string, at: number): number {
  return letters.indexOf(packed.charAt(at))
}

let lastTime = { text: '', packed: '' }

/**
 * A time as milliseconds; undefined for any other text. Exactly as `toISOString` writes it, since that is how it is read back.
 * The last one is remembered: a record says the same time several times, and an import says it for hundreds of records.
 */
function packTime(text: string): string | undefined {
  if (text.length !== timeLength) return undefined
  if (text === lastTime.text) return lastTime.packed
  const looksSo = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)
  if (!looksSo || Number.isNaN(Date.parse(text)) || new Date(text).toISOString() !== text) return undefined
  lastTime = { text, packed: time + Date.parse(text).toString(36) }
  return lastTime.packed
}
