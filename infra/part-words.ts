export type Words = { [key: string]: unknown }

type FormPart = 'form' | 'form-asking' | 'form-why'

const reasons = ['why', 'law', 'example']
/** The words of one file as the files that the web reads, by their place: those that pages need only some of are parted. */
export function partWords(file: string, words: Words): [string, Words][] {
  return file.endsWith('/form.json') ? partForm(file, words as { [id: string]: Words }) : [[file, words]]
}

/**
 * Whoever reads answers needs what the questions are called, whoever gives them the questions and the help, and the reasons are
 * read only by those who ask for them. The names of the register's own fields (`beside`) are shown nowhere.
 */
function partForm(file: string, words: { [id: string]: Words }): [string, Words][] {
  const pick = (part: FormPart): Words =>
    Object.fromEntries(
      Object.entries(words)
        .filter(([id]) => id !== 'beside')
        .map(([id, texts]) => [id, Object.fromEntries(leaves(texts).filter(([key]) => partOf(key, texts) === part))]),
    )
  const parts: readonly FormPart[] = ['form', 'form-asking', 'form-why']
  return parts.map((part) => [file.replace('/form.json', `/${part}.json`), pick(part)])
}

function partOf(key: string, texts: Words): FormPart {
  if (reasons.includes(key)) return 'form-why'
  const isName = key === 'short' || key.endsWith('.title') || (key === 'label' && !('short' in texts))
  return isName ? 'form' : 'form-asking'
}

/** Texts by their path below a question or the sections, such as `A.title`; `t` reads such keys too. */
function leaves(texts: Words, before = ''): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' ? leaves(value as Words, `${before}${key}.`) : [[before + key, value]],
  )
}
