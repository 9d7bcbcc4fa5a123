import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { openEngine } from './stores.ts'
import { actors, thing } from './thing.ts'

/**
 * A process of its own that files, registers and revises things in an embedded file: `node registrar.ts <file> <name>`.
 * Prints `<id> <revision>` after each change was acknowledged, until it is killed.
 */
async function main([file, name]: string[]): Promise<void> {
  const engine = openEngine(openEmbeddedStore({ file: file as string }), Date.now)
  let next = 0

  async function lane(): Promise<never> {
    for (;;) {
      const number = next++
      const data = { name: `${name} ${number}`, code: `${name}-${number}`, unitId: 'north', colour: 'red' }
      const { record } = await engine.create(thing, data, actors.editor)
      acknowledge(record)
      for (const [revision, transition] of ['submit', 'register', 'revise'].entries()) {
        const actor = transition === 'register' ? actors.approver : actors.editor
        const moved = await engine.transition(thing, record.id, revision + 1, { transition }, actor)
        acknowledge(moved.record)
      }
    }
  }

  function acknowledge({ id, revision }: { id: string; revision: number }): void {
    process.stdout.write(`${id} ${revision}\n`)
  }

  process.stdout.write('open\n')
  await Promise.all(Array.from({ length: 4 }, lane))
}

await main(process.argv.slice(2))
