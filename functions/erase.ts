import { stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { createClock } from './clock.ts'
import { openCommandStore, runCommand } from './command-store.ts'
import { createCore } from './core.ts'
import { person } from './directory/person.ts'
import { allKinds } from './kinds.ts'

await runCommand(async () => {
  const options = { by: { type: 'string' }, why: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [userId] = positionals
  if (!userId || !values.by || !values.why)
    throw new Error('Say whom: npm run erase -- <user id> --by <user id of the data protection officer> --why "..."')
  const { store } = await openCommandStore(process.env)
  try {
    const { deps, directory } = createCore({
      store,
      clock: createClock(Date.now, process.env['CLOCK']),
      kinds: allKinds,
    })
    const actorId = await directory.find(values.by)
    const actor = actorId && (await directory.actor(actorId, 'en'))
    if (!actor) throw new Error(`Nobody called ${values.by} may come in.`)
    const id = await directory.find(userId)
    if (!id) throw new Error(`Nobody is called ${userId}.`)
    const { record } = await deps.engine.get(person, id, actor)
    const move = { transition: 'erase', comment: values.why }
    const erased = await deps.engine.transition(person, id, record.revision, move, actor)
    stdout.write(`${id}: erased in ${erased.record.revision} revisions\n`)
    return 0
  } finally {
    await store.close()
  }
})
