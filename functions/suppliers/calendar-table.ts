import type { OrgTree } from '../register/actor.ts'
import type { CalendarEvent } from './calendar-events.ts'
import { labelOf, type Language } from './labels.ts'
import { exportWord, type ItemTable } from './table.ts'

const columns = ['date', 'what', 'kind', 'number', 'name', 'controller']

/** The calendar as a table of words. */
export function calendarTable(tree: OrgTree, language: Language): ItemTable<CalendarEvent> {
  return {
    name: exportWord('files.calendar', language),
    headings: columns.map((column) => exportWord(`headings.${column}`, language)),
    row: ({ date, what, kind, number, name, controllerOrgUnitIds = [] }) => [
      date,
      labelOf('calendarEvent', what, language),
      exportWord(`kinds.${kind}`, language),
      number ?? '',
      name,
      controllerOrgUnitIds.map((id) => tree.node(id)?.name ?? id).join(', '),
    ],
  }
}
