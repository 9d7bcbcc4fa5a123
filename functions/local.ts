import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Halves the time to the first answer from the second start on.
enableCompileCache(join(import.meta.dirname, '../.build/compile-cache'))
await import('./local/start.ts')
