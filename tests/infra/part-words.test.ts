import { describe, expect, it } from 'vitest'
import form from '../../functions/processing/text/sv/form.json' with { type: 'json' }
import { partWords, type Words } from '../../infra/part-words.ts'

const text = 'functions/processing/text/sv'

/** All strings by their whole path, however they are nested. */
function leaves(words: Words, before = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' ? leaves(value as Words, `${before}${key}.`) : [[before + key, value]],
  )
}

describe('the words that the web reads in parts', () => {
  it('are those of the form, each in one part', () => {
    const { beside: _, ...shown } = form
    const parts = partWords(`${text}/form.json`, form)
    expect(parts.map(([place]) => place)).toEqual(
      ['form', 'form-asking', 'form-why'].map((name) => `${text}/${name}.json`),
    )
    const all = parts.flatMap(([, words]) => leaves(words))
    expect(all).toHaveLength(leaves(shown).length)
    expect(new Map(all)).toEqual(new Map(leaves(shown)))
  })

  it('tell whoever reads answers what each question and section is called', () => {
    const [, names] = partWords(`${text}/form.json`, form)[0]! as [string, { [id: string]: Words }]
    const { beside: _, shared: __, sections, ...questions } = form
    const asked = Object.entries<{ label: string; short?: string }>(questions)
    const called = asked.map(([id, { label, short }]) => [id, short ? { short } : { label }])
    expect(names).toMatchObject(Object.fromEntries(called))
    expect(Object.keys(names['sections']!)).toEqual(Object.keys(sections).map((id) => `${id}.title`))
  })

  it('are whole for everything else', () => {
    const file = 'functions/suppliers/text/sv/vocabulary.json'
    expect(partWords(file, { data: { a: 'A' } })).toEqual([[file, { data: { a: 'A' } }]])
  })
})
