import { bundleFunction, listServices } from '../../infra/bundle-function.ts'
import { scriptBytes } from '../support/bundle.ts'
import { limitsOf } from '../support/bundle-limits.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import type { Figure } from './figure.ts'

/** P2: what each Lambda bundle weighs, minified. */
export async function measure(): Promise<Figure[]> {
  const directory = makeTemporaryDirectory()
  try {
    const figures: Figure[] = []
    for (const service of await listServices()) {
      const limits = limitsOf(service)
      const { all, atStartOwn, allOwn } = scriptBytes(await bundleFunction(service, directory.path))
      figures.push(
        { name: `P2 ${service}: all of it, with the SDK`, value: all / 1024, unit: 'KB', budget: 650 },
        { name: `P2 ${service}: without`, value: allOwn / 1024, unit: 'KB', budget: limits.all },
        { name: `P2 ${service}: of that read at start`, value: atStartOwn / 1024, unit: 'KB', budget: limits.atStart },
      )
    }
    return figures
  } finally {
    directory.remove()
  }
}
