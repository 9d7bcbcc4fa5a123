import { beforeEach, expect, it } from 'vitest'
import moves from '../../../../web/text/sv/moves.json' with { type: 'json' }
import { lacking, moveBody, moveForms, shownFields } from '../../../../web/moves/move-form.ts'
import { useTextsOf } from '../../../../web/text/text.ts'

beforeEach(() => useTextsOf('sv', { moves }))

it('asks for what the processing was only when it was a duplicate', () => {
  const names = (reason: string): string[] => shownFields('refuse', { reason }).map((field) => field.name)
  expect(names('duplicate')).toContain('duplicateOf')
  expect(names('otherController')).not.toContain('duplicateOf')
})

it('says what is lacking in words of the transition', () => {
  expect(lacking('end', { endedAt: '2026-11-20', endDisposition: 'retained' })).toEqual({
    endReason: 'Skriv varför den upphörde',
    retentionRef: 'Ange stödet för att behålla uppgifterna',
  })
})

it('has words for every field that must be filled in', () => {
  for (const [transition, fields] of Object.entries(moveForms)) {
    const empty = lacking(transition, { reason: 'duplicate', endDisposition: 'retained' })
    for (const text of Object.values(empty)) expect(text).not.toContain('moves.')
    for (const field of fields)
      if (field.required && !empty[field.name]) expect(['reason', 'endDisposition']).toContain(field.name)
  }
})

it('sends a comment beside the data, and nothing empty or hidden', () => {
  expect(
    moveBody('refuse', { reason: 'notPersonalData', duplicateOf: 'act_1', comment: ' Bara namn på företag ' }),
  ).toEqual({
    transition: 'refuse',
    comment: 'Bara namn på företag',
    data: { reason: 'notPersonalData' },
  })
  expect(moveBody('confirm', { comment: ' ' })).toEqual({ transition: 'confirm' })
  expect(moveBody('answerRemark', { text: 'Klart' }, { remarkId: '6-1' }).data).toEqual({
    text: 'Klart',
    remarkId: '6-1',
  })
})
