import { describe, expect, it } from 'vitest'
import { orgUnit } from '../../functions/directory/org-unit.ts'
import { vocabularyCode } from '../../functions/directory/vocabulary-code.ts'
import { allKinds } from '../../functions/kinds.ts'
import { allOutlines } from '../../functions/outlines.ts'

describe('the outlines of all kinds', () => {
  it('are one for each kind, in the same order', () => {
    expect(allOutlines.map(({ name }) => name)).toEqual(allKinds.map(({ name }) => name))
  })

  it.each(allOutlines.map((outline, at) => ({ name: outline.name, outline, kind: allKinds[at]! })))(
    'read records of $name as the kind itself does',
    ({ outline, kind }) => {
      // Functions that two calls of one factory made differ only by where they stand.
      const text = (value: unknown) => (typeof value === 'function' ? String(value) : JSON.stringify(value))
      for (const [part, value] of Object.entries(outline))
        expect(text(kind[part as keyof typeof kind])).toBe(text(value))
      expect(Object.keys(outline)).toContain('policy')
    },
  )

  it.each([orgUnit, vocabularyCode])('say all of a $name in a list', ({ schema, summary }) => {
    expect(summary).toEqual(Object.keys((schema as unknown as { def: { shape: object } }).def.shape))
  })
})
