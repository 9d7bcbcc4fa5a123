import type { UnitData } from '../directory/org-units.ts'
import { listText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { AdminField, FormValues } from './form-field.ts'

type Baseline = NonNullable<UnitData['backupBaseline']>

const periods = ['P1D', 'P1W', 'P1M', 'P3M', 'P6M', 'P1Y']

/** What a principal demands of copies, as fields of its dialog. */
export function baselineFields(): AdminField[] {
  const often = periods.map((value) => ({ value, label: t(`admin.baseline.times.${value}`) }))
  return [
    { ...field('interval'), type: 'select', options: often, help: t('admin.baseline.help') },
    { ...field('generations'), type: 'text' },
    { ...field('storage'), type: 'text' },
    { ...field('readabilityCheck'), type: 'select', options: often },
  ]
}

/** The baseline as the fields show it. */
export function baselineValues(baseline: Baseline = {}): FormValues {
  return Object.fromEntries(Object.entries(baseline).map(([name, value]) => [name, String(value)]))
}

/** The baseline that the fields say; undefined when they are empty. What is no number is left for the server to refuse. */
export function baselineOf(values: FormValues): object | undefined {
  const filled = baselineFields().flatMap(({ name }) => {
    const value = values[name]?.trim()
    if (!value) return []
    return [[name, name === 'generations' && /^\d+$/.test(value) ? Number(value) : value] as const]
  })
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}

/** The baseline in one sentence. */
export function baselineText({ interval, generations, storage, readabilityCheck }: Baseline): string {
  const often = (period: string): string => (periods.includes(period) ? t(`admin.baseline.times.${period}`) : period)
  const parts = [
    ...(interval ? [often(interval)] : []),
    ...(generations ? [t('admin.baseline.kept', { count: generations })] : []),
    ...(storage ? [t('admin.baseline.stored', { where: storage })] : []),
    ...(readabilityCheck ? [t('admin.baseline.readable', { often: often(readabilityCheck) })] : []),
  ]
  return t('admin.baseline.shown', { parts: listText(parts) })
}

function field(name: keyof Baseline): { name: string; label: string } {
  return { name, label: t(`admin.baseline.${name}`) }
}
