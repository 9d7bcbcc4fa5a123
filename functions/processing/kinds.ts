import type { Kind } from '../register/kind.ts'
import { activity } from './activity.ts'

/** The kinds that the processing service keeps. */
export const processingKinds: readonly Kind<object>[] = [activity as unknown as Kind<object>]
