/**
 * Lower case without accents or typographic quotes, so that `Conservació` and `conservacio` are one word.
 * Swedish å, ä, ö fold too: terms are matched as whole words, where that seldom matters.
 */
export function fold(text: string): string {
  if (/^[\u0020-\u005f\u0061-\u007e]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘´`]/g, "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .toLowerCase()
}
