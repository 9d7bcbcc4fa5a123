import { openEmbeddedStore } from '../../functions/store/embedded.ts'

/**
 * A process of its own that commits pairs to an embedded file: `node committer.ts <file> <name> <pairs at once> [<pairs>]`.
 * Prints the number of each pair after its commit was acknowledged; without a last argument it goes on until killed.
 */
async function main([file, name, width, total]: string[]): Promise<void> {
  const store = openEmbeddedStore({ file: file as string })
  const stopAt = total === undefined ? Number.POSITIVE_INFINITY : Number(total)
  let next = 0

  async function lane(): Promise<void> {
    for (let pair = next++; pair < stopAt; pair = next++) {
      const body = { pair, filling: 'å'.repeat((pair * 37) % 900) }
      const left = { pk: `${name}#${pair % 5}`, sk: `${pair}#left`, body }
      const right = { pk: `${name}-mirror`, sk: `${pair}#right`, body }
      await store.commit(
        [
          { put: left, if: 'absent' },
          { put: right, if: 'absent' },
        ],
        crypto.randomUUID(),
      )
      process.stdout.write(`${pair}\n`)
    }
  }

  process.stdout.write('open\n')
  await Promise.all(Array.from({ length: Number(width) }, lane))
  await store.close()
}

await main(process.argv.slice(2))
