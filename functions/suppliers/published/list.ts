import type { SubProcessor } from '../agreement-data.ts'
import { countriesIn } from './places.ts'
import words from './words.json' with { type: 'json' }

/** What a column of a published list tells. */
export type ListField = keyof typeof words.headings

/** A cell that says something which was not understood; the text is kept with the sub-processor. */
export interface ListFault {
  row: number
  heading: string
  value: string
  code: 'name' | 'place' | 'twice'
}

export interface PublishedList {
  /** The field of each column, in the order of the columns. */
  fields: (ListField | undefined)[]
  subProcessors: SubProcessor[]
  faults: ListFault[]
}

const order: readonly ListField[] = ['name', 'orgNumber', 'country', 'mechanism', 'dataText', 'task']
const longest = { name: 160, orgNumber: 40, task: 600, asPublished: 2000 }

/** How many headings are known, so that the row of headings is found. */
export function knownHeadings(cells: readonly string[]): number {
  return fieldsOf(cells).filter((field) => field !== undefined).length
}

/** A list as a supplier publishes it, read row by row. `row`: the row's place in the file. */
export function readPublishedList(
  headings: readonly string[],
  rows: readonly { row: number; cells: readonly string[] }[],
): PublishedList {
  const fields = fieldsOf(headings)
  const faults: ListFault[] = []
  const subProcessors: SubProcessor[] = []
  const seen = new Set<string>()
  for (const { row, cells } of rows) {
    const cell = (field: ListField) => (cells[fields.indexOf(field)] ?? '').trim()
    const heading = (field: ListField) => headings[fields.indexOf(field)] ?? ''
    const name = oneLine(cell('name')).slice(0, longest.name)
    if (!name) faults.push({ row, heading: heading('name'), value: '', code: 'name' })
    else if (seen.has(name.toLowerCase())) faults.push({ row, heading: heading('name'), value: name, code: 'twice' })
    else {
      const place = cell('country')
      const countries = countriesIn(place)
      if (place && countries.length === 0)
        faults.push({ row, heading: heading('country'), value: place, code: 'place' })
      subProcessors.push(subProcessorOf(name, cell, countries, asPublished(headings, cells)))
    }
    seen.add(name.toLowerCase())
  }
  return { fields, subProcessors, faults }
}

function subProcessorOf(
  name: string,
  cell: (field: ListField) => string,
  countries: readonly string[],
  published: string,
): SubProcessor {
  const mechanism = mechanismIn(`${cell('mechanism')} ${cell('country')}`)
  const orgNumber = oneLine(cell('orgNumber')).slice(0, longest.orgNumber)
  const task = [cell('task'), cell('dataText')].filter(Boolean).join('. ').slice(0, longest.task).trim()
  return {
    name,
    ...(orgNumber && { orgNumber }),
    ...(countries[0] && { country: countries[0] }),
    ...(countries.length > 1 && { countries: [...countries] }),
    ...(task && { task }),
    ...(mechanism && { mechanism }),
    asPublished: published.slice(0, longest.asPublished),
  }
}

/** Each field by the first column whose heading has a word of it; of several fields the one that is first in `order`. */
function fieldsOf(headings: readonly string[]): (ListField | undefined)[] {
  const taken = new Set<ListField>()
  return headings.map((heading) => {
    const field = order.find((one) => !taken.has(one) && firstWord(heading, words.headings[one]) >= 0)
    if (field) taken.add(field)
    return field
  })
}

/** Where one of the words first stands in a heading. */
function firstWord(heading: string, list: string): number {
  const plain = heading.toLowerCase().normalize('NFC')
  const positions = list
    .split(' ')
    .map((word) => new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, 'u').exec(plain)?.index ?? -1)
    .filter((at) => at >= 0)
  return positions.length > 0 ? Math.min(...positions) : -1
}

function mechanismIn(text: string): string | undefined {
  const plain = text.toLowerCase()
  return Object.entries(words.mechanisms)
    .map(([code, list]) => ({ code, at: firstWord(plain, list) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0]?.code
}

/** The row's own words, heading by heading (domain model 10.5). */
function asPublished(headings: readonly string[], cells: readonly string[]): string {
  return headings
    .map((heading, at) => [heading.trim(), (cells[at] ?? '').trim()] as const)
    .filter(([, cell]) => cell !== '')
    .map(([heading, cell]) => (heading ? `${heading}: ${cell}` : cell))
    .join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
