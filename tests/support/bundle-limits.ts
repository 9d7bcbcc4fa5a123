import { servicePaths } from '../../infra/service-paths.ts'

/** KB beside the SDK that a function may weigh: what its start reads, and with all that it may load later. */
export interface BundleLimits {
  atStart: number
  all: number
}

/** Goal P2: a function, and one for files and imports. */
const goal = { any: 150, files: 350 }
/** What a function that answers people may read before its first answer, whatever its service grows to. */
const answeringStart = 95

/** Where all together is beyond the goal, and why, is in ADR 35; these hold it where it is. */
const beyondGoal: { readonly [service: string]: number } = {
  assets: 335,
  directory: 360,
  intake: 420,
  processing: 350,
  suppliers: 365,
}

/** The limits of one function's bundle. */
export function limitsOf(service: string): BundleLimits {
  const goalKb = service.startsWith('intake') ? goal.files : goal.any
  return { atStart: service in servicePaths ? answeringStart : goalKb, all: beyondGoal[service] ?? goalKb }
}
