/** A MAC address in one form, `aa:bb:cc:dd:ee:ff`, however it was written; what is none stays as it is. */
export function tidyMac(text: string): string {
  const bare = text.replaceAll(/[\s:.-]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(bare) ? (bare.match(/../g) ?? []).join(':') : text
}

/** Whether a text is a MAC address in the tidy form. */
export function isMac(text: string): boolean {
  return /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(text)
}
