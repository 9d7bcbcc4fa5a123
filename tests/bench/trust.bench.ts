import { join } from 'node:path'
import { restoreBackup } from '../../functions/backup/restore-backup.ts'
import { writeBackup } from '../../functions/backup/write-backup.ts'
import { localCheckpoint, localHeads } from '../../functions/checkpoint/local.ts'
import { makeProof } from '../../functions/proof/make-proof.ts'
import { readLeaf, unpackLeaves } from '../../functions/checkpoint/leaf.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { faultsOfProof } from '../../functions/verifier/verify-proof.ts'
import { openFilledRegister } from '../support/filled-register.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import type { Figure } from './figure.ts'

const assets = Number(process.env['BENCH_ASSETS'] ?? 300_000)
const nightMs = 15 * 60_000

/** R9 and the night's checkpoint on a register of 300 000 assets (`BENCH_ASSETS`, kept in `BENCH_ASSETS_DIR`). */
export async function measure(): Promise<Figure[]> {
  const register = await openFilledRegister(assets, 'records')
  const work = makeTemporaryDirectory()
  const store = openEmbeddedStore({ dir: register.path })
  const restored = openEmbeddedStore({ dir: join(work.path, 'restored') })
  try {
    const seal = await timed(() =>
      localCheckpoint({ store, dataDir: work.path, now: () => '2026-11-22T03:00:00.000Z' }),
    )
    const night = await timed(() =>
      localCheckpoint({ store, dataDir: work.path, now: () => '2026-11-23T03:00:00.000Z' }),
    )
    const heads = localHeads(work.path)
    const packed = (await heads.leaves(night.value.head)) as Uint8Array
    const { record } = readLeaf(unpackLeaves(packed)[Math.floor(assets / 2)] as string)
    const proof = await timed(() => makeProof(store, heads, record))
    const saved = await timed(() => writeBackup(store, join(work.path, 'backup'), '2026-11-22T03:00:00.000Z'))
    const back = await timed(() => restoreBackup(restored, join(work.path, 'backup')))
    return [
      {
        name: 'R9 records sealed',
        value: seal.value.head.records,
        unit: 'records',
        budget: assets,
        moreIsBetter: true,
      },
      { name: 'R9 first checkpoint', value: seal.ms, unit: 'ms', budget: nightMs },
      { name: 'R9 next night, held against the one before', value: night.ms, unit: 'ms', budget: nightMs },
      { name: 'R9 faults against the night before', value: night.value.faults.length, unit: 'records', budget: 0 },
      { name: 'R9 leaves kept a night', value: packed.length / 1024, unit: 'KB' },
      { name: 'R9 proof of one record', value: proof.ms, unit: 'ms' },
      { name: 'R9 faults of that proof', value: faultsOfProof(proof.value as never).length, unit: 'faults', budget: 0 },
      { name: 'R9 items saved', value: saved.value.items, unit: 'items' },
      { name: 'R9 backup', value: saved.ms, unit: 'ms' },
      { name: 'R9 restore with comparison', value: back.ms, unit: 'ms' },
      { name: 'R9 restored digest differs', value: back.value.fits ? 0 : 1, unit: 'digests', budget: 0 },
      { name: 'R9 memory at most', value: process.resourceUsage().maxRSS / 1024, unit: 'MB', budget: 1769 },
    ]
  } finally {
    await Promise.all([store.close(), restored.close()])
    work.remove()
    register.remove()
  }
}

async function timed<T>(call: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now()
  const value = await call()
  return { value, ms: performance.now() - started }
}
