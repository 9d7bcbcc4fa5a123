/** A code for a new word, from its English name in camel case; a number is added when the code is taken. */
export function codeFrom(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
  const joined = words
    .map((word, i) => (i ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase()))
    .join('')
  const code = (/^[a-z]/.test(joined) ? joined : `own${joined.charAt(0).toUpperCase()}${joined.slice(1)}`)
    .slice(0, 50)
    .padEnd(2, 'x')
  let free = code
  for (let n = 2; taken.includes(free); n++) free = `${code}${n}`
  return free
}
