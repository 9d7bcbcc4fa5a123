/** Beginnings of partitions that belong to no record. */
const apart = [
  'idem#',
  'session#',
  'language#',
  'stash#',
  'mail#',
  'sent#',
  'nightly',
  'aside#',
  'signin#',
  'counter#',
  'readlog#',
  'meta#',
  'import#',
  'imports#',
  'import-file#',
  'import-mapping#',
  'load#',
  'loads#',
]

/** Whether a partition belongs to no record: sessions, counters, logs, imports. @param more further beginnings */
export function isApart(pk: string, more: readonly string[] = []): boolean {
  return [...apart, ...more].some((start) => pk.startsWith(start))
}
