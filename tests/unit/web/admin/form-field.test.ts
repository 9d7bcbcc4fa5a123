import { expect, it } from 'vitest'
import { dataOf, emptyFields, serverErrors, type AdminField } from '../../../../web/admin/form-field.ts'

const fields: AdminField[] = [
  { name: 'name', label: 'Namn', type: 'text', required: true },
  { name: 'contact', label: 'Kontakt', type: 'text' },
]

it('keeps what the dialog does not show and leaves out what was emptied', () => {
  const before = { name: 'Eken', contact: 'eken@region.example', staffCount: 40 }
  expect(dataOf(fields, { name: ' Eken Väst ', contact: ' ' }, before)).toEqual({ name: 'Eken Väst', staffCount: 40 })
})

it('names the required fields that are empty', () => {
  expect(emptyFields(fields, { name: '  ' })).toEqual(['name'])
  expect(emptyFields(fields, { name: 'Eken' })).toEqual([])
})

it('puts what the server says at its field', () => {
  expect(serverErrors([{ pointer: '/data/orgNumber', detail: 'Fel format' }])).toEqual({ orgNumber: 'Fel format' })
})
