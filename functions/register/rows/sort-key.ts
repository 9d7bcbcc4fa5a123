/** Letters that Swedish orders otherwise than by dropping their accents; å ä ö as the ASCII characters after z. */
const swedish: { readonly [letter: string]: string } = {
  å: '{',
  ä: '|',
  æ: '|',
  ę: '|',
  ö: '}',
  ø: '}',
  ő: '}',
  œ: '}',
  ô: '}',
  ü: 'y',
  ű: 'y',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
}

/**
 * A string whose byte order is Swedish alphabetical order: case folded, å ä ö after z, other accents dropped,
 * everything but letters and digits as one `-`. At most 120 characters.
 */
export function sortKey(text: string): string {
  return foldAccents(isPlain(text) ? text : withSwedishLetters(text))
    .replace(/[^\p{L}\p{N}{|}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
}

function withSwedishLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\u0020-\u007e]/g, (letter) => swedish[letter] ?? letter)
}

/** A text that may have given this sort key: one that begins with a capital, and of which the key has lost nothing else. */
export function likelyText(key: string): string {
  const spaced = key.replaceAll('-', ' ')
  const text = /[{|}]/.test(spaced) ? spaced.replace(/[{|}]/g, (sign) => unfolded[sign] as string) : spaced
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const unfolded: { readonly [sign: string]: string } = { '{': 'å', '|': 'ä', '}': 'ö' }

/**
 * Lower case with every accent dropped but those of å, ä and ö, and ligatures and the like taken apart (NFKC). What lies
 * beyond the basic plane becomes a space, since stores order it otherwise than JavaScript does.
 */
export function foldAccents(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\ud800-\udfff]/g, ' ')
    .replace(/[^\u0020-\u007eåäö]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
}

/** Nothing but ASCII, as nearly everything that is not Swedish prose: it has no accents to look for. */
function isPlain(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text)
}
