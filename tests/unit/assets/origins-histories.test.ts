import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EquipmentData } from '../../../functions/assets/data.ts'
import { edited, received, taken } from '../../../functions/assets/origins.ts'

const field = fc.constantFrom('model', 'manufacturer', 'notes', 'network')
const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null })

type Step =
  | { by: 'feed'; field: string; value: string | null }
  | { by: 'hand'; field: string; value: string | null }
  | { by: 'take'; field: string }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ by: fc.constant('feed' as const), field, value }),
  fc.record({ by: fc.constant('hand' as const), field, value }),
  fc.record({ by: fc.constant('take' as const), field }),
)

/** What a field holds: the network is a list, the others are texts. */
function held(name: string, text: string | null): unknown {
  return text === null ? null : name === 'network' ? [{ hostname: text }] : text
}

function valueAt(data: EquipmentData, name: string): unknown {
  return (data as unknown as { [field: string]: unknown })[name]
}

function byHand(data: EquipmentData, name: string, text: string | null): EquipmentData {
  const { [name]: _old, ...rest } = data as unknown as { [field: string]: unknown }
  const after = text === null ? rest : { ...rest, [name]: held(name, text) }
  return edited(data, after as unknown as EquipmentData)
}

it('keeps what somebody wrote until somebody changes it, whatever feeds say, and forgets no feed’s last word', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let data: EquipmentData = { name: 'Dator', externalIds: [{ source: 'f', id: '1' }] }
      /** What a person last decided a field to be; absent while only feeds have spoken. */
      const decided = new Map<string, unknown>()
      const said = new Map<string, unknown>()
      for (const [at, one] of steps.entries()) {
        if (one.by === 'feed') {
          const word = held(one.field, one.value)
          data = received(data, { [one.field]: word }, { origin: 'feed:f', at: `2026-01-01T00:00:${at}Z` })
          said.set(one.field, word)
          if (JSON.stringify(decided.get(one.field) ?? null) === JSON.stringify(word) && decided.has(one.field)) {
            const origin = data.origins?.[one.field]
            if (origin === 'feed:f') decided.delete(one.field)
          }
        } else if (one.by === 'hand') {
          const before = JSON.stringify(valueAt(data, one.field) ?? null)
          data = byHand(data, one.field, one.value)
          const wanted = held(one.field, one.value)
          // A feed that agreed left no word behind; the next load brings it.
          if (!{ ...data.sourceSays, ...data.secretSourceSays }[one.field]) said.delete(one.field)
          if (JSON.stringify(wanted) !== before) {
            if (data.origins?.[one.field] === 'feed:f') decided.delete(one.field)
            else decided.set(one.field, wanted)
          }
        } else {
          const isDisputed = { ...data.sourceSays, ...data.secretSourceSays }[one.field] !== undefined
          data = taken(data, [one.field])
          if (isDisputed) decided.delete(one.field)
        }
        for (const [name, wanted] of decided) {
          expect(valueAt(data, name) ?? null).toEqual(wanted)
        }
        for (const [name, word] of said) {
          const words = { ...data.sourceSays, ...data.secretSourceSays }[name]
          const agrees = JSON.stringify(valueAt(data, name) ?? null) === JSON.stringify(word)
          if (!agrees) expect(words?.value ?? null).toEqual(word)
        }
        expect(data.sourceSays ?? {}).not.toHaveProperty('network')
      }
    }),
  )
})
