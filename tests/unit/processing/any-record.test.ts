import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { checkActivity } from '../../../functions/processing/check.ts'
import { findingsOf, rules } from '../../../functions/processing/findings.ts'
import { isShown, questionAt, questions } from '../../../functions/processing/form.ts'
import { informationText } from '../../../functions/processing/information-text.ts'
import { isMaterial } from '../../../functions/processing/material.ts'
import { progressOf } from '../../../functions/processing/progress.ts'
import { requirementsFor } from '../../../functions/processing/requirements.ts'
import { activitySchema } from '../../../functions/processing/schema.ts'
import { suggestionsFor } from '../../../functions/processing/suggestions.ts'
import information from '../../../functions/processing/text/sv/information.json' with { type: 'json' }
import dataVocabulary from '../../../functions/processing/text/sv/data-vocabulary.json' with { type: 'json' }
import otherVocabulary from '../../../functions/processing/text/sv/vocabulary.json' with { type: 'json' }
import { anyRecord } from './any-record.ts'
import { context } from './records.ts'

const states = fc.constantFrom(undefined, 'draft', 'submitted', 'registered', 'ended', 'archived')
const seen = { ...context, unitKind: () => 'board', unitPath: (id: string) => [id], personActive: () => true }

describe('any well-shaped record', () => {
  it('passes the schema', () => {
    fc.assert(fc.property(anyRecord, (data) => z.safeParse(activitySchema, data).success))
  })

  it('is judged without failing, every finding by a known rule at a place of the form or the register', () => {
    const ids = new Set(rules.map(({ id }) => id))
    fc.assert(
      fc.property(anyRecord, states, fc.boolean(), (data, state, inForce) => {
        for (const finding of findingsOf({ data, ...(state && { state }), inForce }, seen)) {
          expect(ids).toContain(finding.rule)
          expect(finding.pointer === '' || finding.pointer.startsWith('/')).toBe(true)
        }
      }),
    )
  })

  it('lacks only answers to questions that are shown', () => {
    fc.assert(
      fc.property(anyRecord, (data) => {
        const shown = questions.filter((entry) => isShown(entry, data, seen)).map(({ id }) => id)
        for (const { rule, pointer } of requirementsFor('submit', data, seen)) {
          expect(shown).toContain(rule)
          expect(questionAt(pointer)).toBeDefined()
        }
      }),
    )
  })

  it('counts in the step list what submit lacks', () => {
    fc.assert(
      fc.property(anyRecord, (data) => {
        const lacking = new Set(requirementsFor('submit', data, seen).map(({ rule }) => rule))
        expect(progressOf(data, seen).reduce((sum, { missing }) => sum + missing, 0)).toBe(lacking.size)
      }),
    )
  })

  it('stays well-shaped when a suggestion is taken, and the suggestion is not made again', () => {
    fc.assert(
      fc.property(anyRecord, (data) => {
        for (const { question, set } of suggestionsFor(data, seen)) {
          const next = { ...data, ...set }
          expect(z.safeParse(activitySchema, next).success).toBe(true)
          expect(checkActivity({ ...set }, {})).toEqual([])
          expect(suggestionsFor(next, seen).map((entry) => entry.question)).not.toContain(question)
        }
      }),
    )
  })

  it('is no material change of itself, and can be told to data subjects', () => {
    fc.assert(
      fc.property(anyRecord, (data) => {
        expect(isMaterial(data, structuredClone(data))).toBe(false)
        for (const { lines } of informationText(
          data,
          {},
          { information, vocabulary: { ...otherVocabulary, ...dataVocabulary } },
        ))
          expect(lines.length).toBeGreaterThan(0)
      }),
    )
  })
})
