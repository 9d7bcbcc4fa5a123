import { bundleFunction, listServices } from '../../infra/bundle-function.ts'
import { scriptBytes } from '../support/bundle.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import type { Figure } from './figure.ts'

/** P2: what each Lambda bundle weighs, minified, of what a cold start loads. */
export async function measure(): Promise<Figure[]> {
  const directory = makeTemporaryDirectory()
  try {
    const figures: Figure[] = []
    for (const service of await listServices()) {
      const { atStart, sdk } = scriptBytes(await bundleFunction(service, directory.path))
      figures.push(
        { name: `P2 ${service}: with the SDK`, value: atStart / 1024, unit: 'KB', budget: 650 },
        { name: `P2 ${service}: without`, value: (atStart - sdk) / 1024, unit: 'KB', budget: 150 },
      )
    }
    return figures
  } finally {
    directory.remove()
  }
}
