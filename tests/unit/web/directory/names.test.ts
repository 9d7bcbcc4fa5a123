import { expect, it } from 'vitest'
import { idsIn } from '../../../../web/directory/names.ts'

const person = 'per_01JZRRP6QT51AH6C7K5SFJRE5P'
const unit = 'org_01JZRRP6KD9TWZV0TTZWJ0Y0HW'

it('finds every id in any value, once', () => {
  const record = { id: 'x', by: person, data: { units: [unit, unit], remark: { by: person, text: `se ${unit}` } } }
  expect([...idsIn(record)]).toEqual([person, unit])
})

it('takes nothing else for an id', () => {
  expect([...idsIn(['per_', 'per_short', null, 7, { a: 'https://per_01JZRRP6QT51AH6C7K5SFJRE5P' }])]).toEqual([])
})
