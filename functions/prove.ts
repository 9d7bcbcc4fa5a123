import { stdout } from 'node:process'
import { openBucketHeads } from './checkpoint/bucket-heads.ts'
import { localHeads } from './checkpoint/local.ts'
import { makeProof } from './checkpoint/proof.ts'
import { openCommandStore, runCommand } from './command-store.ts'
import { allKinds } from './kinds.ts'

await runCommand(async () => {
  const [id = ''] = process.argv.slice(2)
  const kind = allKinds.find(({ prefix }) => id.startsWith(`${prefix}_`))
  if (!kind) throw new Error('Say which record: npm run --silent prove -- act_01K... > proof.json')
  const { store, dataDir } = await openCommandStore(process.env)
  try {
    const heads = dataDir === undefined ? openBucketHeads(process.env['HEADS_BUCKET'] ?? '') : localHeads(dataDir)
    const proof = await makeProof(store, heads, `${kind.name}#${id}`)
    if (!proof) throw new Error(`No head holds ${id} yet: npm run checkpoint makes one.`)
    stdout.write(`${JSON.stringify(proof, undefined, 1)}\n`)
    return 0
  } finally {
    await store.close()
  }
})
