import type { Missing } from '../../register/errors.ts'

/** One thing that a transition lacks; its sentence stands under `rule` in `requirements.json`. */
export function gap(pointer: string, rule: string, source: string): Missing {
  return { pointer, rule, source }
}

/** The gap, unless it is met. */
export function unless(met: unknown, pointer: string, rule: string, source: string): Missing[] {
  return met ? [] : [gap(pointer, rule, source)]
}
