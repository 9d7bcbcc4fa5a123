/** What differs between the copies of the product that somebody runs. Everything else is the same in all of them. */
export interface Stage {
  name: string
  /** Data, logs and keys outlive the stack, the table refuses to be deleted and the stack to be torn down. */
  keepsData: boolean
  logDays: 30 | 90 | 365
  /** Whether nobody, not even the account's owner, can shorten how long a sealed history is locked. */
  lock: 'COMPLIANCE' | 'GOVERNANCE'
  lockDays: number
  backupDays: number
  /** The part of all requests whose path through the services is kept as a trace, 0-1. */
  traced: number
  /** Requests a second of the API, and how many may come at once. */
  throttle: { rateLimit: number; burstLimit: number }
  /** Requests from one address in five minutes: a whole hospital may stand behind one. */
  requestsPerAddress: number
  /** Simultaneous runs that imports and feeds have at most, so that people's requests always find room. */
  feedRuns: number
  /** Chunks of an import that are worked on at once; about 200 rows/s each. */
  chunkRuns: number
  /** Somebody is told at 80 % of this, and when the month is heading past it. */
  budgetUsd: number
}

const production: Stage = {
  name: 'prod',
  keepsData: true,
  logDays: 365,
  lock: 'COMPLIANCE',
  lockDays: 3650,
  backupDays: 35,
  traced: 0.01,
  throttle: { rateLimit: 100, burstLimit: 200 },
  requestsPerAddress: 20_000,
  feedRuns: 20,
  chunkRuns: 5,
  budgetUsd: 100,
}

const stages: readonly Stage[] = [
  production,
  { ...production, name: 'test', logDays: 90, lock: 'GOVERNANCE', lockDays: 30, budgetUsd: 50 },
  {
    ...production,
    name: 'dev',
    keepsData: false,
    logDays: 30,
    lock: 'GOVERNANCE',
    lockDays: 1,
    backupDays: 7,
    traced: 1,
    throttle: { rateLimit: 20, burstLimit: 40 },
    requestsPerAddress: 2_000,
    feedRuns: 5,
    chunkRuns: 2,
    budgetUsd: 20,
  },
]

/** The stage of that name. @throws Error that names the stages there are */
export function stageOf(name: string): Stage {
  const stage = stages.find((one) => one.name === name)
  if (!stage) throw new Error(`no stage "${name}": choose ${stages.map((one) => one.name).join(', ')}`)
  return stage
}

export interface Regions {
  /** Where the product and all its data are. */
  home: string
  /** Where copies of the data are: a second region of Europe. */
  copy: string
  /** Where CloudFront looks for its web ACL and certificate; holds no data and no logs. */
  edge: string
}

export const defaultRegions: Regions = { home: 'eu-north-1', copy: 'eu-west-1', edge: 'us-east-1' }

/** @throws Error when data would leave Europe, and when its copies would lie where it lies itself */
export function assertRegions({ home, copy }: Regions): void {
  const outside = [home, copy].find((region) => !/^(eu|eusc)-/.test(region))
  if (outside) throw new Error(`data and copies must lie in Europe, not in "${outside}"`)
  if (home === copy) throw new Error(`copies must lie in another region than the data, not in "${copy}"`)
}
