/** Why a file cannot be read at all; each has a sentence in the texts of those who read files. */
export type UnreadableReason =
  | 'empty'
  | 'only-headings'
  | 'binary'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-large'
  | 'cell-too-long'
  | 'not-a-workbook'
  | 'broken-workbook'
  | 'encrypted-workbook'
  | 'old-workbook'
  | 'workbook-bomb'
  | 'no-such-sheet'

/** A file that cannot be read as a table at all; `reason` names the sentence, `params` what it says. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  readonly reason: UnreadableReason
  readonly params: { [name: string]: string | number }
  constructor(reason: UnreadableReason, params: { [name: string]: string | number } = {}, options?: ErrorOptions) {
    super(`the file cannot be read: ${reason}`, options)
    this.reason = reason
    this.params = params
  }
}
