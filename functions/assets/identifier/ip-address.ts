/** Whether a text is an IPv4 address, or an IPv6 address without zone. */
export function isIpAddress(text: string): boolean {
  return text.includes(':') ? isSixth(text) : isFourth(text)
}

function isFourth(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function isSixth(text: string): boolean {
  const halves = text.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  // The last two groups may be written as an IPv4 address.
  const whole = last.includes('.') ? [...groups.slice(0, -1), ...(isFourth(last) ? ['0', '0'] : [''])] : groups
  const fits = halves.length === 1 ? whole.length === 8 : halves.length === 2 && whole.length < 8
  return fits && whole.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
}
