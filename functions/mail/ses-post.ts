import { SendEmailCommand, SESv2Client, type SESv2ClientConfig } from '@aws-sdk/client-sesv2'
import { mailTag } from './feedback.ts'
import { NotSent, type Post } from './post.ts'

export interface SesOptions {
  /** The verified sender. */
  from: string
  configurationSet: string
  /** Region, endpoint, credentials, request handler. */
  client?: SESv2ClientConfig
}

const timeouts = { connectionTimeout: 2000, requestTimeout: 10_000, throwOnRequestTimeout: true }
/** A connection that was never made carried no letter. */
const neverReached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']

/** Letters by Amazon SES. The SDK does not try again by itself: after a time-out the letter may have gone. */
export function createSesPost({ from, configurationSet, client: settings }: SesOptions): Post {
  const client = new SESv2Client({ requestHandler: timeouts, ...settings, maxAttempts: 1 })
  return {
    async send({ subject, text }, address, id) {
      const part = (Data: string) => ({ Data, Charset: 'UTF-8' })
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [address] },
        Content: {
          Simple: {
            Subject: part(subject),
            Body: { Text: part(text) },
            Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
          },
        },
        ConfigurationSetName: configurationSet,
        EmailTags: [{ Name: mailTag, Value: id }],
      })
      try {
        await client.send(command)
      } catch (error) {
        throw isRefusal(error) ? new NotSent('the post refused the letter', { cause: error }) : error
      }
    },
  }
}

/** Refused by the service for a reason of its own, or never reached. */
function isRefusal(error: unknown): boolean {
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: string }
  const status = $metadata?.httpStatusCode
  return (status !== undefined && status >= 400 && status < 500) || (!!code && neverReached.includes(code))
}
