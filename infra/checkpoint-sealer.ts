import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { LockedBucket } from './locked-bucket.ts'
import { LostWork } from './lost-work.ts'
import { NightSchedule } from './night-schedule.ts'
import type { Platform } from './platform.ts'
import { ServiceFunction } from './service-function.ts'
import { SigningKey } from './signing-key.ts'

const service = 'checkpoint'
const alarm = {
  impact: 'The history of the last day is not sealed yet: nobody notices, but a change of it now could not be proven.',
  action: 'Read the log of checkpoint and call the function again; docs/operations.md says how a head is verified.',
}

/** Seals the history every night: one signed head over all records, in the locked bucket. */
export class CheckpointSealer extends Construct {
  readonly key: SigningKey

  constructor(scope: Construct, id: string, { platform, heads }: { platform: Platform; heads: LockedBucket }) {
    super(scope, id)
    const key = new SigningKey(this, 'SigningKey', platform.stage)
    this.key = key
    const lost = new LostWork(this, 'Lost', { platform, alarm })
    const { handler, role } = new ServiceFunction(this, 'Function', {
      platform,
      service,
      alarm,
      timeout: Duration.minutes(15),
      slow: Duration.minutes(14),
      memoryMb: 1769,
      lost,
      runs: platform.stage.keepsData ? 1 : undefined,
      environment: { HEADS_BUCKET: heads.bucketName, SIGNING_KEY_ID: key.keyArn },
      reach: {
        table: 'scan',
        keyThrough: ['s3', 'sqs'],
        statements: [
          new PolicyStatement({ actions: ['kms:Sign', 'kms:GetPublicKey'], resources: [key.keyArn] }),
          lost.sending(),
        ],
      },
    })
    heads.openForSealing(role)
    new NightSchedule(this, 'Nights', { platform, handler, job: service, cron: '30 2 * * ? *', lost })
    platform.alarms.watchSilence(this, 'Silent', { service, name: 'Checkpoints', ...alarm })
    platform.alarms.watchCount(this, 'Faults', {
      service,
      name: 'CheckpointFaults',
      impact: 'The history does not fit the head sealed before: something was changed, removed or restored.',
      action: 'Export the last head and run npm run verify against it before anything else is done.',
    })
  }
}
