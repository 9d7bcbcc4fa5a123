import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Test files that take ten seconds or more, the longest of each project first. */
export const longFiles = [
  'infra/reproducible',
  'infra/bill-of-materials',
  'infra/invariants',
  'bundles/import',
  'model/activities',
  'model/sequences',
  'model/kill',
  'model/tampering',
  'api/access/activity',
  'api/local/background',
  'api/intake/killed',
  'api/intake/command',
  'api/mail/nightly',
  'e2e/pages',
  'e2e/supplier-pages',
  'e2e/asset-pages',
]

/** Begins with what takes long, so that at the end no worker waits for another. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longFiles.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`))
  return place < 0 ? longFiles.length : place
}
