import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { faultsAgainstHead } from './checkpoint/against-head.ts'
import { openCommandStore, runCommand } from './command-store.ts'
import { allKinds } from './kinds.ts'
import { verifyStore } from './register/seal/verify.ts'

const shown = 200

await runCommand(async () => {
  const { values } = parseArgs({ options: { head: { type: 'string' }, key: { type: 'string' } } })
  const trustedKey = values.key === undefined ? undefined : readFileSync(values.key, 'utf8')
  const { store } = await openCommandStore(process.env)
  try {
    const report = await verifyStore(store, allKinds, (text) => createHash('sha256').update(text).digest('hex'))
    const own = report.faults.map(({ pk, sk, problem }) => `${problem}: ${pk} | ${sk}`)
    const against = values.head === undefined ? [] : await faultsAgainstHead(store, values.head, trustedKey)
    const faults = [...against, ...own]
    for (const fault of faults.slice(0, shown)) stdout.write(`${fault}\n`)
    if (faults.length > shown) stdout.write(`... and ${faults.length - shown} more\n`)
    const { records, revisions, rows } = report
    const verdict = faults.length === 0 ? 'everything fits' : `${faults.length} faults`
    stdout.write(`${records} records, ${revisions} revisions, ${rows} rows: ${verdict}\n`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await store.close()
  }
})
