import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Platform } from './platform.ts'
import { WorkQueue } from './work-queue.ts'

/** How long one chunk may take, and how often it is tried. */
export const chunkTimeout = Duration.minutes(5)
export const chunkTries = 3

export const importAlarm = {
  impact: 'Rows of an import were not read in; the import says which. Or a reorganisation has not moved its assets.',
  action: 'Read the log of intake-work for the message, mend the cause, and move it back from the queue of lost work.',
}

/** Uploads that have come and chunks of imports that wait. A chunk whose run was killed comes back soon after its time. */
export class ImportQueue extends WorkQueue {
  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id, {
      platform,
      hidden: chunkTimeout.plus(Duration.minutes(1)),
      patience: Duration.hours(1),
      tries: chunkTries,
      lost: importAlarm,
      late: {
        impact: 'Imports have waited an hour for their turn.',
        action: 'Read the log of intake-work; wait, or raise chunkRuns of the stage.',
      },
    })
  }
}
