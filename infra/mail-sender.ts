import { Duration, Fn, Stack } from 'aws-cdk-lib'
import { CfnRule, EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Platform } from './platform.ts'
import { ServiceFunction } from './service-function.ts'
import { WorkQueue } from './work-queue.ts'

const service = 'mail'
const lost = {
  impact: 'A mail did not go out; people see their tasks on the start page only.',
  action: 'Read the log of mail, mend the cause, and move the messages back from the queue of lost work.',
}
const timeout = Duration.seconds(30)

/** Mail from the queue through SES, TLS only, and what came of it back into the same queue: bounces, complaints, refusals. */
export class MailSender extends Construct {
  readonly work: WorkQueue
  /** Names and values of the DNS records that prove the sender's domain. */
  readonly identity: EmailIdentity

  constructor(scope: Construct, id: string, { platform, from }: { platform: Platform; from: string }) {
    super(scope, id)
    this.work = new WorkQueue(this, 'Mail', {
      platform,
      hidden: Duration.seconds(timeout.toSeconds() * 6),
      patience: Duration.minutes(30),
      tries: 8,
      lost,
      late: {
        impact: 'Mail about tasks comes half an hour late or more.',
        action: 'Read the log of mail; look at SES sending quota.',
      },
    })
    const configurationSet = new ConfigurationSet(this, 'Settings', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    this.identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(Fn.select(1, Fn.split('@', from))),
      configurationSet,
    })
    this.recordOutcomes(configurationSet)
    const { partition, region, account } = Stack.of(this)
    const { handler } = new ServiceFunction(this, 'Function', {
      platform,
      service,
      alarm: lost,
      timeout,
      environment: { MAIL_FROM: from, MAIL_CONFIGURATION_SET: configurationSet.configurationSetName },
      reach: {
        table: 'register',
        keyThrough: ['sqs'],
        statements: [
          this.work.receiving(),
          new PolicyStatement({
            actions: ['ses:SendEmail'],
            resources: [
              this.identity.emailIdentityArn,
              `arn:${partition}:ses:${region}:${account}:configuration-set/${configurationSet.configurationSetName}`,
            ],
            conditions: { StringEquals: { 'ses:FromAddress': from } },
          }),
        ],
      },
    })
    this.work.handTo(handler, { batch: 10, atOnce: 2 })
    platform.alarms.watchCount(this, 'Faults', { service, name: 'MailFaults', ...lost })
  }

  private recordOutcomes(configurationSet: ConfigurationSet): void {
    const events = [
      EmailSendingEvent.SEND,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
    ]
    new ConfigurationSetEventDestination(this, 'Outcomes', {
      configurationSet,
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events,
    })
    const rule = new CfnRule(this, 'Outcome', {
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
      targets: [
        {
          id: 'mail',
          arn: this.work.queue.queueArn,
          deadLetterConfig: { arn: this.work.lost.queue.queueArn },
        },
      ],
    })
    for (const queue of [this.work.queue, this.work.lost.queue]) {
      queue.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal('events.amazonaws.com')],
          actions: ['sqs:SendMessage'],
          resources: [queue.queueArn],
          conditions: { ArnEquals: { 'aws:SourceArn': rule.attrArn } },
        }),
      )
    }
  }
}
