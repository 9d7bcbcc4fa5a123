import type { Cause } from './question.ts'
import type { VocabularyName } from './vocabulary.ts'

/** The answer that makes a follow-up appear; false while none of the codes is chosen. */
export function because(question: string, vocabulary: VocabularyName, codes: readonly string[]): Cause | false {
  return codes.length > 0 && { question, vocabulary, codes: [...new Set(codes)] }
}
