import { stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { openBucketHeads } from './checkpoint/bucket-heads.ts'
import { localHeads } from './checkpoint/local.ts'
import { openCommandStore, runCommand } from './command-store.ts'
import { allKinds } from './kinds.ts'
import { makeProof } from './proof/make-proof.ts'
import { withheldOf } from './proof/withheld.ts'
import { load } from './register/read/load.ts'

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: { open: { type: 'boolean' } }, allowPositionals: true })
  const [id = ''] = positionals
  const kind = allKinds.find(({ prefix }) => id.startsWith(`${prefix}_`))
  if (!kind) throw new Error('Say which record: npm run --silent prove -- act_01K... > proof.json')
  const { store, dataDir } = await openCommandStore(process.env)
  try {
    const heads = dataDir === undefined ? openBucketHeads(process.env['HEADS_BUCKET'] ?? '') : localHeads(dataDir)
    const loaded = await load(store, kind, id)
    if (!loaded) throw new Error(`There is no ${id}.`)
    const { newest } = loaded.snapshot
    const proof = await makeProof(store, heads, `${kind.name}#${id}`, (revision) =>
      values.open ? [] : withheldOf(kind, revision, newest),
    )
    if (!proof) throw new Error(`No head holds ${id} yet: npm run checkpoint makes one.`)
    stdout.write(`${JSON.stringify(proof, undefined, 1)}\n`)
    return 0
  } finally {
    await store.close()
  }
})
