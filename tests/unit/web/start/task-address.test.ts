import { describe, expect, it } from 'vitest'
import { taskNames } from '../../../../functions/processing/tasks.ts'
import { supplierTaskNames } from '../../../../functions/suppliers/tasks.ts'
import { taskAddress } from '../../../../web/start/task-address.ts'
import en from '../../../../web/text/en/start.json' with { type: 'json' }
import sv from '../../../../web/text/sv/start.json' with { type: 'json' }

describe('a task on the start page', () => {
  it.each(supplierTaskNames)('%s of suppliers leads somewhere and has words in both languages', (what) => {
    expect(taskAddress({ what, kind: 'agreement', id: 'agr_1' })).toMatch(/^\/(avtal\/agr_1|leverantorer\/ny)$/)
    expect(taskAddress({ what, kind: 'supplier', id: 'sup_1' })).toBe('/leverantorer/sup_1')
    expect(sv.task).toHaveProperty(what)
    expect(en.task).toHaveProperty(what)
  })

  it('of a supplier that is missing leads to a new one of that name', () => {
    const task = { what: 'missingSupplier', kind: 'activity', id: 'act_1', name: 'Å & Co AB' } as const
    expect(taskAddress(task)).toBe('/leverantorer/ny?namn=%C3%85%20%26%20Co%20AB&behandling=act_1')
  })

  it.each(taskNames)('%s leads somewhere and has words in both languages', (what) => {
    expect(taskAddress({ what, id: 'act_1' })).toMatch(/^\/[a-z]+\/act_1(\/a)?$/)
    expect(sv.task).toHaveProperty(what)
    expect(en.task).toHaveProperty(what)
  })
})
