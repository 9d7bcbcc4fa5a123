import type { RecordOf } from '../register/record.ts'
import type { Deciding } from './decide.ts'
import type { RowFault } from './outcome.ts'
import { isFiller, isScientific } from './read/answers.ts'
import { cellValue } from './read/cell.ts'
import type { FileRow } from './read/table-file.ts'
import { ownColumns } from './target.ts'

/** What the cells of a row say. */
export interface ReadCells {
  /** Members of `data` as the row would have them; undefined where it clears one. */
  members: { [top: string]: unknown }
  /** The value that each column asks for, where it asks for another than stands. */
  asked: Map<string, unknown>
  faults: RowFault[]
}

const languages = ['sv', 'en'] as const

/** Where a value stands that its reader may not see, an export says which provision hides it. */
const masked = /^\[(?:OSL|DSF) [\d: a-z.]+\]$/i

/** The row's cells against the record as it stands. A cell that says what an export would say of the record asks for nothing. */
export function readCells({ cells }: FileRow, before: RecordOf<object> | undefined, deciding: Deciding): ReadCells {
  const { plan, world } = deciding
  const members: ReadCells['members'] = {}
  const asked: ReadCells['asked'] = new Map()
  const faults = ownFaults(cells, deciding)
  for (const { position, column, blank } of plan.columns) {
    const text = cells[position - 1] ?? ''
    const stands = before && column.read(before.data)
    const ask = (value: unknown) => {
      const top =
        column.top in members
          ? members[column.top]
          : (before?.data as { [top: string]: unknown } | undefined)?.[column.top]
      members[column.top] = column.put(top, value)
      asked.set(column.field, value)
    }
    if (stands !== undefined && languages.some((language) => isSame(column.write(stands, world, language), text)))
      continue
    if (text === '') {
      if (blank === 'refuse') faults.push({ code: 'blank', position })
      else if (blank === 'clear' && stands !== undefined) ask(undefined)
      continue
    }
    if (masked.test(text)) continue
    const parsed = column.parse(text, world)
    if ('value' in parsed) ask(parsed.value)
    else if ('fault' in parsed) faults.push({ ...parsed.fault, position, value: text })
  }
  return { members, asked, faults }
}

/** Blanks around a text, or line ends that a file may write otherwise: looked for first, since most cells have none. */
const loose = /^[\s\u200B]|[\s\u200B]$|\r/

/** A cell loses the blanks around it on the way through a file, and a spreadsheet ends lines in its own way. */
function isSame(written: string, text: string): boolean {
  return written === text || ((loose.test(written) || text.includes('\r')) && plain(written) === plain(text))
}

function plain(text: string): string {
  return cellValue(text.replaceAll(/\r\n?/g, '\n'))
}

function ownFaults(cells: readonly string[], { plan }: Deciding): RowFault[] {
  const key = plan.own[ownColumns.key]
  if (!key) return []
  const text = cells[key.position - 1] ?? ''
  const at = { position: key.position }
  if (text === '') return key.blank === 'refuse' ? [{ code: 'no-key', ...at }] : []
  if (isScientific(text)) return [{ code: 'scientific', value: text, ...at }]
  if (isFiller(text)) return [{ code: 'filler', value: text, ...at }]
  return text.length > 120 ? [{ code: 'too-long', params: { maximum: 120 }, value: text.slice(0, 120), ...at }] : []
}
