/** Letters that follow `z` in Swedish, as the three ASCII characters after `z`. */
const afterZ: { [letter: string]: string } = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' }

/**
 * A string whose byte order is Swedish alphabetical order: case folded, å ä ö after z, other accents dropped,
 * everything but letters and digits as one `-`. At most 120 characters.
 */
export function sortKey(text: string): string {
  return foldAccents(text)
    .replace(/[åäæöø]/g, (letter) => afterZ[letter] ?? letter)
    .replace(/[^\p{L}\p{N}{|}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
}

/**
 * Lower case with every accent dropped but those of å, ä and ö, and ligatures and the like taken apart (NFKC). What lies
 * beyond the basic plane becomes a space, since stores order it otherwise than JavaScript does.
 */
export function foldAccents(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\ud800-\udfff]/g, ' ')
    .replace(/[^\u0020-\u007eåäö]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
}
