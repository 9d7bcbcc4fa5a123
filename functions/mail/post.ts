import type { Letter } from './compose.ts'

/** What carries letters: Amazon SES, or nothing at all on a machine of one's own. */
export interface Post {
  /**
   * @param id  the mail's own id, which comes back with what becomes of it
   * @throws NotSent  it was refused: certainly not sent
   * @throws Error  it may or may not have been sent
   */
  send(letter: Letter, address: string, id: string): Promise<void>
}

/** The post has refused a letter; `cause` says why. */
export class NotSent extends Error {
  override name = 'NotSent'
}
