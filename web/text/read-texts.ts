import { getJson } from '../api/request.ts'
import type { Language, Topic } from './topics.ts'

export type Texts = { [key: string]: Texts | string }

/** Reads the words of a topic; the shell lists the names of all files of words. @throws Problem */
export function readTexts(topic: Topic, language: Language): Promise<Texts> {
  const list = document.querySelector<HTMLMetaElement>('meta[name="forteckna-texts"]')?.content.split(' ')
  const name = list?.find((file) => file.startsWith(`${topic}-${language}-`))
  if (!name) throw new Error(`no words for ${topic} in ${language}`)
  return getJson<Texts>(`/assets/${name}.json`)
}
