import { codeLabel } from '../answers/words.ts'
import type { Option } from '../components/choice.tsx'
import { levels } from '../components/severity.tsx'
import { treeRows, type Unit } from '../directory/org-units.ts'
import { t } from '../text/text.ts'
import type { FilterName } from './view.ts'

export const states = [
  'registered',
  'revision',
  'submitted',
  'coordinatorReview',
  'dpoReview',
  'returned',
  'draft',
  'ended',
  'archived',
  'withdrawn',
  'notRegistrable',
] as const

const roles = ['controller', 'jointController', 'processor'] as const
const noBreak = '\u00a0\u00a0\u00a0'

/** What one may choose in a filter; a date filter has none. */
export function optionsOf(name: FilterName, units: readonly Unit[], regimes: readonly string[]): Option[] {
  switch (name) {
    case 'state':
      return states.map((value) => ({ value, label: t(`parts.state.${value}`) }))
    case 'orgUnit':
      return treeRows(units).map(({ unit, depth }) => ({
        value: unit.id,
        label: noBreak.repeat(depth) + unit.data.name,
      }))
    case 'controller':
      return units
        .filter((unit) => unit.data.kind === 'board' || unit.data.kind === 'company')
        .map((unit) => ({ value: unit.id, label: unit.data.name }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'))
    case 'regime':
      return regimes.map((value) => ({ value, label: codeLabel('regime', value) }))
    case 'sensitive':
      return ['yes', 'no'].map((value) => ({ value, label: t(`register.sensitive.${value}`) }))
    case 'role':
      return roles.map((value) => ({ value, label: t(`register.role.${value}`) }))
    case 'severity':
      return levels.map((value) => ({ value, label: t(`parts.severity.${value}`) }))
    case 'dueBefore':
      return []
  }
}
