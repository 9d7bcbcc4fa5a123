import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { LostWork } from './lost-work.ts'
import { NightSchedule } from './night-schedule.ts'
import type { Platform } from './platform.ts'
import { ServiceFunction } from './service-function.ts'

const service = 'nightly'
const alarm = {
  impact: 'Reminders of the night have not gone out, and findings that depend on the date are of yesterday.',
  action: 'Read the log of nightly and call the function again: it goes on where it stopped and sends nothing twice.',
}

/** The pass over what depends on the day: reminders, open findings. Each call goes on where the last one stopped. */
export class NightlyPass extends Construct {
  constructor(scope: Construct, id: string, { platform }: { platform: Platform }) {
    super(scope, id)
    const lost = new LostWork(this, 'Lost', { platform, alarm })
    const { handler } = new ServiceFunction(this, 'Function', {
      platform,
      service,
      alarm,
      timeout: Duration.minutes(15),
      slow: Duration.minutes(14),
      memoryMb: 1769,
      lost,
      reach: { table: 'register', keyThrough: ['sqs'], statements: [lost.sending()] },
    })
    new NightSchedule(this, 'Nights', { platform, handler, job: service, cron: '0/15 2-4 * * ? *', lost })
    platform.alarms.watchSilence(this, 'Silent', { service, name: 'NightlyPasses', ...alarm })
    platform.alarms.watchCount(this, 'Faults', { service, name: 'NightlyFaults', ...alarm })
    platform.alarms.watchNights(this, 'SilentFeeds', {
      service,
      name: 'SilentFeeds',
      impact: 'A system that delivers assets has gone silent, so the inventory no longer follows what there is.',
      action: 'Its name stands in the mail to the asset managers: see whether it runs, and whether intake refuses it.',
    })
  }
}
