import { describe, expect, it } from 'vitest'
import { assetSections } from '../../../../functions/assets/sections.ts'
import { isAsked } from '../../../../web/assets/form/asked.ts'

const fields = Object.values(assetSections).flatMap((sections) => sections.flatMap((section) => section.fields))

describe('the fields of the form', () => {
  it('ask for the network only of what is connected', () => {
    expect(isAsked('network', {})).toBe(false)
    expect(isAsked('network', { connectedToNetwork: true })).toBe(true)
  })

  it('always show what holds something, so that nothing is hidden', () => {
    for (const { name } of fields) expect(isAsked(name, { [name]: 'x' })).toBe(true)
  })

  it('ask for the name of everything', () => expect(isAsked('name', {})).toBe(true))
})
