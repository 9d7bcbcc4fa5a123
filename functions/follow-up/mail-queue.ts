/** Where mails wait to be sent: a queue of Amazon SQS, or the list of the local server. */
export interface MailQueue {
  /** Hands over the ids of mails; names those that were not taken, and why. */
  send(ids: readonly string[]): Promise<{ id: string; error: unknown }[]>
}
