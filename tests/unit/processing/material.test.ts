import { describe, expect, it } from 'vitest'
import type { ActivityData } from '../../../functions/processing/data.ts'
import { isMaterial, materialChanges } from '../../../functions/processing/material.ts'
import { having, ordinary } from './records.ts'

const purpose = ordinary.purposes![0]!

describe('a material change', () => {
  it.each([
    ['purposes', { purposes: [{ ...purpose, text: 'Påminna och följa upp besök.' }] }],
    ['purposes', { purposes: [{ ...purpose, legalBases: [{ basis: 'c' }] }] }],
    ['dataCategories', { dataCategories: [...ordinary.dataCategories!, { code: 'address' }] }],
    ['dataSubjectCategories', { dataSubjectCategories: ['patient'] }],
    ['recipients', { recipients: [{ category: 'Kommunen' }] }],
    ['processors', { processors: [{ name: 'Drift AB' }] }],
    ['transfers', { transfers: [{ country: 'US' }] }],
    ['retentionRules', { retentionRules: [] }],
    ['applicationIds', { applicationIds: ['app_2'] }],
    ['unlistedSystems', { unlistedSystems: ['Excel'] }],
    ['controllerOrgUnitId', { controllerOrgUnitId: 'org_other' }],
    ['legalRegimes', { legalRegimes: ['solpul'] }],
  ] as [string, Partial<ActivityData>][])('is one of %s', (field, change) => {
    expect(materialChanges(ordinary, having(change))).toEqual([field])
  })

  it.each([
    { name: 'Påminnelser till återbesöken' },
    { contactPersonId: 'per_new' },
    { responsibleManagerId: 'per_new' },
    { rightsNotes: 'Ny anteckning' },
    { securityDescription: 'Mer text' },
    { dataCategories: ordinary.dataCategories!.map((category) => ({ ...category, note: 'Förtydligat' })) },
    { recipients: [{ ...ordinary.recipients![0]!, frequency: 'varje vecka' }] },
    { searchTerms: ['date', 'name'] },
    { transfers: [] },
  ] as Partial<ActivityData>[])('is not a spelling, a person or a note: %j', (change) => {
    expect(isMaterial(ordinary, having(change))).toBe(false)
  })

  it('is not another order of the same choices', () => {
    expect(
      isMaterial(
        having({ dataSubjectCategories: ['patient', 'child'] }),
        having({ dataSubjectCategories: ['child', 'patient'] }),
      ),
    ).toBe(false)
  })
})
