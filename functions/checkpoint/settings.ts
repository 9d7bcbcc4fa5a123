/** What the checkpoint's Lambda works with. */
export interface CheckpointNames {
  table: string
  bucket: string
  key: string
}

/** Reads TABLE_NAME, HEADS_BUCKET and SIGNING_KEY_ID. Throws for one that is missing. */
export function requiredNames(environment: { readonly [name: string]: string | undefined }): CheckpointNames {
  const required = (name: string): string => {
    const value = environment[name]
    if (!value) throw new Error(`${name} is not set`)
    return value
  }
  return { table: required('TABLE_NAME'), bucket: required('HEADS_BUCKET'), key: required('SIGNING_KEY_ID') }
}
