import { bundleFunction, listServices } from '../../infra/bundle-function.ts'
import { servicePaths } from '../../infra/service-paths.ts'
import { scriptBytes } from '../support/bundle.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import type { Figure } from './figure.ts'

/** KB of our own that a function may read at its start when somebody waits for its answer, and when nobody does. */
const ownKb = { answering: 150, working: 350 }

/** P2: what each Lambda bundle weighs, minified. */
export async function measure(): Promise<Figure[]> {
  const directory = makeTemporaryDirectory()
  try {
    const figures: Figure[] = []
    for (const service of await listServices()) {
      const own = service in servicePaths ? ownKb.answering : ownKb.working
      const { atStart, atStartOwn, allOwn } = scriptBytes(await bundleFunction(service, directory.path))
      figures.push(
        { name: `P2 ${service}: read at start, with the SDK`, value: atStart / 1024, unit: 'KB', budget: 650 },
        { name: `P2 ${service}: without`, value: atStartOwn / 1024, unit: 'KB', budget: own },
        { name: `P2 ${service}: and with all it may load later`, value: allOwn / 1024, unit: 'KB' },
      )
    }
    return figures
  } finally {
    directory.remove()
  }
}
