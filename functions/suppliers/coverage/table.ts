import type { OrgTree } from '../../register/actor.ts'
import { labelOf, type Language } from '../labels.ts'
import { exportWord, type ItemTable } from '../table.ts'
import { type CoverageItem, itemOf } from './item.ts'
import type { Asked, Reading } from './page.ts'
import { walkCoverage } from './walk.ts'

const pageSize = 200
const columns = [
  'supplier',
  'kind',
  'number',
  'usedBy',
  'unit',
  'controller',
  'status',
  'agreement',
  'date',
  'reason',
  'rules',
]

/** Coverage as a table of words. */
export function coverageTable(tree: OrgTree, language: Language): ItemTable<CoverageItem> {
  const unit = (id: string | undefined) => (id ? (tree.node(id)?.name ?? id) : '')
  return {
    name: exportWord('files.coverage', language),
    headings: columns.map((column) => exportWord(`headings.${column}`, language)),
    row: ({ supplierName, usedBy, controllerOrgUnitId, status, agreementNumber, date, reason, findings }) => [
      supplierName,
      exportWord(`kinds.${usedBy.kind}`, language),
      usedBy.number ?? '',
      usedBy.name,
      unit(usedBy.orgUnitId),
      unit(controllerOrgUnitId),
      labelOf('coverageStatus', status, language),
      agreementNumber ?? '',
      date ?? '',
      reason,
      findings.map(({ rule }) => rule).join(', '),
    ],
  }
}

/** All of coverage, page by page. */
export async function* coverageItems(
  reading: Reading,
  asked: Omit<Asked, 'limit'>,
  language: Language,
): AsyncGenerator<CoverageItem[]> {
  for (let cursor: string | undefined; ;) {
    const page = await walkCoverage(reading, { ...asked, limit: pageSize, ...(cursor && { cursor }) })
    yield page.lines.map((line) => itemOf(line, asked.day, asked.actor, language))
    if (!page.next) return
    cursor = page.next
  }
}
