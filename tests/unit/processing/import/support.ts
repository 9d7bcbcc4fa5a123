import { createHash } from 'node:crypto'
import { mapHeadings, type MappingFile } from '../../../../functions/processing/import/mapping.ts'
import { planImport, type PlannedRow } from '../../../../functions/processing/import/plan.ts'
import { readRegister } from '../../../../functions/processing/import/reading.ts'
import type { UnitNames } from '../../../../functions/processing/import/normalise-unit.ts'

/** An organisation of one municipality with two boards. */
export const organisation: UnitNames = {
  units: [
    { id: 'org_kommun', kind: 'principal', name: 'Exempelby kommun' },
    { id: 'org_social', parentId: 'org_kommun', kind: 'board', name: 'Socialnämnden' },
    { id: 'org_skola', parentId: 'org_kommun', kind: 'board', name: 'Barn- och utbildningsnämnden' },
    { id: 'org_ifo', parentId: 'org_social', kind: 'unit', name: 'Individ- och familjeomsorg' },
  ],
  above: (id) =>
    id === 'org_ifo' ? ['Socialnämnden', 'Exempelby kommun'] : id === 'org_kommun' ? [] : ['Exempelby kommun'],
}

/** Plans a file as the command does, without a store. */
export function plan(file: string | Uint8Array, mapping?: MappingFile): PlannedRow[] {
  const reading = readRegister(typeof file === 'string' ? new TextEncoder().encode(file) : file)
  return planImport({
    reading,
    mapping: mapHeadings(reading.headings, mapping),
    source: 'test',
    organisation,
    namelessRow: (row) => `Namnlös behandling, rad ${row}`,
    maskedNumber: '(personnummer borttaget)',
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  })
}

/** Plans a table of one row under the given headings. */
export function planOne(cells: { [heading: string]: string }): PlannedRow {
  const [row] = plan(JSON.stringify(cells))
  if (!row) throw new Error('the row is gone')
  return row
}
