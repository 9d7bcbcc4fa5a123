import { beforeAll, describe, expect, it } from 'vitest'
import {
  type BillOfMaterials,
  billOfMaterials,
  licenceOf,
  licenceTexts,
  packagesIn,
} from '../../infra/bill-of-materials.ts'
import { listServices } from '../../infra/bundle-function.ts'
import { bundledFunction, bundledWeb } from '../support/bundled.ts'
import { readSource, root } from '../support/source-files.ts'

/** Licences that may be passed on together with EUPL-1.2, with no more to do than to name them. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1']
const outside = ({ components }: Pick<BillOfMaterials, 'components'>) =>
  components.filter((one) => !allowed.includes(licenceOf(one))).map(({ name }) => name)

let bundled: string[]
let bill: BillOfMaterials
beforeAll(async () => {
  const functions = await Promise.all((await listServices()).map(bundledFunction))
  bundled = packagesIn([...functions, await bundledWeb()])
  bill = billOfMaterials(root, bundled)
}, 120_000)

describe('the bill of materials', () => {
  it('names every package that stands in a bundle, and every dependency at run time', () => {
    const named = bill.components.map(({ name }) => name)
    const { dependencies } = JSON.parse(readSource('package.json')) as { dependencies: { [name: string]: string } }
    expect(bundled).toEqual(expect.arrayContaining(['@aws-sdk/client-dynamodb', 'zod', 'preact']))
    expect([...bundled, ...Object.keys(dependencies)].filter((name) => !named.includes(name))).toEqual([])
  })

  it('leaves out what only develops or tests, and points at nothing it does not name', () => {
    const refs = new Set(bill.components.map((component) => component['bom-ref']))
    expect(bill.components.map(({ name }) => name)).not.toContain('vitest')
    expect(bill.dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
    expect(bill.components.filter(({ version }) => !/^\d/.test(version))).toEqual([])
  })

  it('comes out the same again', () => {
    expect(billOfMaterials(root, bundled)).toEqual(bill)
  })
})

describe('licences', () => {
  it('are all on the list of those that may be passed on', () => {
    expect(outside(bill)).toEqual([])
  })

  it('that are not, or are not said, would be caught', () => {
    const planted = { 'bom-ref': 'a@1', version: '1.0.0' }
    const components = [
      { ...planted, name: 'copyleft', licenses: [{ license: { id: 'GPL-3.0-only' } }] },
      { ...planted, name: 'silent' },
      { ...planted, name: 'free', licenses: [{ license: { id: 'MIT' } }] },
    ]
    expect(outside({ components })).toEqual(['copyleft', 'silent'])
  })

  it('are passed on with their texts', () => {
    const texts = licenceTexts(root, bill)
    const preact = texts.slice(texts.indexOf('preact 11.'))
    expect(preact.slice(0, 1200)).toContain('Permission is hereby granted')
    expect(texts).toContain('SIL OPEN FONT LICENSE')
  })
})
