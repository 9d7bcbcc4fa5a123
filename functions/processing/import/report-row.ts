import type { ActivityData, LegalBasis, RetentionRule } from '../data.ts'
import type { PlannedRow } from './plan.ts'
import type { ReportWords } from './words-of.ts'

/** How a row fared; `failed` carries the reason in the reader's language. */
export interface RowOutcome {
  row: PlannedRow
  outcome: 'new' | 'created' | 'unchanged' | 'source-changed' | 'failed'
  id?: string
  reason?: string
}

const sampleTexts = 6

/** The lines about one row: what became what, what stayed text, what to look at. */
export function rowLines({ row, outcome, reason }: RowOutcome, words: ReportWords): string[] {
  const { say } = words
  const heading = `${say('row', { row: row.row, name: row.data.name ?? '' })}: ${say(`outcomes.${outcome}`)}`
  if (outcome === 'unchanged' || outcome === 'source-changed') return [heading]
  const became = becameOf(row.data, words).map(([field, value]) =>
    say('became', { field: say(`fields.${field}`), value }),
  )
  const texts = row.textOnly.map(({ field, texts: kept }) =>
    say('textOnly', { field: say(`fields.${field}`), texts: kept.slice(0, sampleTexts).join(' / ') }),
  )
  const unmapped = row.unmapped.length > 0 ? [say('unmapped', { headings: row.unmapped.join(', ') })] : []
  const warnings = row.warnings.map(({ warning, params }) =>
    say('attention', { text: say(`warnings.${warning}`, readable(params, words)) }),
  )
  return [
    heading,
    ...became,
    ...texts,
    ...unmapped,
    ...warnings,
    ...(reason ? [say('attention', { text: reason })] : []),
  ]
}

/** Each field of the report with what the register now holds, in words. */
export function becameOf(data: ActivityData, words: ReportWords): [string, string][] {
  const codes = (vocabulary: string, list: readonly string[] | undefined) =>
    (list ?? []).map((code) => words.label(vocabulary, code)).join(', ')
  const lines: [string, string][] = [
    ['legalBasis', (data.purposes?.[0]?.legalBases ?? []).map((basis) => basisText(basis, words)).join(', ')],
    ['subjects', codes('subject', data.dataSubjectCategories)],
    [
      'categories',
      codes(
        'data',
        data.dataCategories?.map(({ code }) => code),
      ),
    ],
    ['art9', codes('art9', data.art9Exceptions)],
    ['sources', codes('source', data.dataSources)],
    ['recipients', data.noRecipients ? words.say('none') : codes('recipientKind', kindsOf(data))],
    ['processors', data.noProcessors ? words.say('none') : (data.processors ?? []).map(({ name }) => name).join(', ')],
    ['transfers', transferText(data, words)],
    ['retention', (data.retentionRules ?? []).map((rule) => ruleText(rule, words)).join('; ')],
    ['security', codes('measure', data.securityMeasures)],
    ['systems', (data.unlistedSystems ?? []).join(', ')],
  ]
  return lines.filter(([, value]) => value !== '')
}

function basisText({ basis, variant, support }: LegalBasis, words: ReportWords): string {
  const label = variant ? words.label('basisVariant', variant) : words.label('legalBasis', basis)
  const law = (support ?? []).map(({ act, provision }) =>
    words.say('support', { act, provision: provision ?? '' }).trim(),
  )
  return `${basis} ${label}${law.length > 0 ? ` (${law.join('; ')})` : ''}`
}

function ruleText(rule: RetentionRule, words: ReportWords): string {
  const length = rule.period && words.duration(rule.period)
  const period = length && (rule.min ? words.say('minimum', { period: length }) : length)
  const trigger = rule.trigger && words.label('retentionTrigger', rule.trigger)
  const action = rule.action && words.label('retentionAction', rule.action)
  return [period, trigger, action, rule.period ? undefined : rule.criterion].filter(Boolean).join(', ')
}

function transferText(data: ActivityData, words: ReportWords): string {
  if (!data.thirdCountryTransfer) return ''
  if (data.thirdCountryTransfer === 'no') return words.say('no')
  const countries = (data.transfers ?? []).map(({ country }) => country).join(', ')
  return countries ? `${words.say('yes')}: ${countries}` : words.say('yes')
}

function kindsOf(data: ActivityData): string[] {
  return [...new Set((data.recipients ?? []).map(({ kind, category }) => kind ?? category))]
}

function readable(params: PlannedRow['warnings'][number]['params'] = {}, { say }: ReportWords) {
  return { ...params, ...(params['how'] && { how: say(`adjustments.${params['how']}`) }) }
}
