import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine } from '../../../../functions/register/engine.ts'
import { defineKind } from '../../../../functions/register/kind.ts'
import { rebuildRows } from '../../../../functions/register/rows/rebuild.ts'
import { verifyStore } from '../../../../functions/register/seal/verify.ts'
import { openLibrary, sha256, type Library } from '../library.ts'
import { editor, paper, type Paper } from '../paper.ts'

const remembering = defineKind<Paper>({ ...paper, rememberedLinks: ['source'] })

let library: Library
let source: string
let user: string
beforeEach(async () => {
  library = openLibrary()
  const engine = createEngine({ ...library.options, kinds: [remembering] })
  const save = async (sources: string[]) => {
    const { record } = await engine.get(remembering, user, editor)
    await engine.update(remembering, user, record.revision, { ...record.data, sources }, editor)
  }
  source = (await library.add({ name: 'Källa' })).record.id
  const other = (await library.add({ name: 'Annan källa' })).record.id
  user = (await engine.create(remembering, { name: 'Läsare', sources: [source] }, editor)).record.id
  await save([source, other])
  await save([other])
  await save([])
  await save([source])
})
afterEach(() => library.close())

const linksTo = async (id: string) =>
  (await library.store.query(`paper#${id}`)).items.map(({ sk }) => sk).filter((sk) => /^(in|was)#/.test(sk))
const faults = async () => (await verifyStore(library.store, [remembering], sha256)).faults

describe('a link that has been taken away', () => {
  it('is remembered at its target, also when it has come back', async () => {
    expect(await linksTo(source)).toEqual([`in#source#paper#${user}`, `was#source#paper#${user}`])
    expect(await faults()).toEqual([])
  })

  it('is verified and rebuilt from history', async () => {
    const lost = { pk: `paper#${source}`, sk: `was#source#paper#${user}` }
    const stray = { pk: `paper#${user}`, sk: `was#source#paper#${source}`, body: source }
    await library.store.commit([{ delete: lost }, { put: stray }], randomUUID())
    expect(await faults()).toEqual([
      { ...lost, problem: 'row-missing' },
      { pk: stray.pk, sk: stray.sk, problem: 'row-stray' },
    ])
    expect(await rebuildRows(library.store, [remembering], randomUUID)).toMatchObject({ put: 1, deleted: 1 })
    expect(await faults()).toEqual([])
  })
})
