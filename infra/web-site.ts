import { Duration, Fn, Stack, Validations } from 'aws-cdk-lib'
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { cdnKeyHeader } from './cdn-key.ts'
import { PrivateBucket } from './private-bucket.ts'
import type { Stage } from './stages.ts'
import { WebHeaders } from './web-headers.ts'

export interface WebSiteProps {
  stage: Stage
  domainName: string
  certificate: ICertificate
  webAclArn: string
  accessLogs: IBucket
  /** Where a browser uploads files to: the address of the files bucket. */
  uploads: string
  /** Endpoint of the HTTP API, `https://…`. */
  apiEndpoint: string
  /** By what the API knows that a request came this way. */
  apiKey: string
}

// An address without a file extension is a page of the single-page front end; the API has its own behaviour and never comes here.
const toShell = `function handler(event) {
  var request = event.request
  if (request.uri.indexOf('.') < 0) request.uri = '/index.html'
  return request
}`

/** The front end in a private bucket behind CloudFront, with the API under `/api` on the same origin. */
export class WebSite extends Construct {
  readonly bucket: PrivateBucket
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, props: WebSiteProps) {
    super(scope, id)
    const { stage, domainName, certificate, webAclArn, accessLogs, uploads, apiEndpoint, apiKey } = props
    this.bucket = new PrivateBucket(this, 'Files', {
      stage,
      accessLogs,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
    })
    const files = this.files(uploads)
    const shell = new EdgeFunction(this, 'Shell', {
      code: FunctionCode.fromInline(toShell),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Answers addresses of pages with the shell',
    })
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Register (${Stack.of(this).stackName})`,
      domainNames: [domainName],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: webAclArn,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        ...files,
        functionAssociations: [{ function: shell, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: { '/api/openapi.json': files, '/api/*': this.api(apiEndpoint, apiKey, uploads) },
    })
    Validations.of(this.distribution).acknowledge(
      {
        id: 'AwsSolutions-CFR1',
        reason:
          'Staff travel: who may come in is decided by the identity provider, and attackers are met by the web ACL.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Its log holds addresses and the words people search for; every API request is logged by the API without them.',
      },
    )
  }

  private files(uploads: string) {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new WebHeaders(this, 'Headers', { uploads, override: true }),
      compress: true,
    }
  }

  private api(endpoint: string, key: string, uploads: string) {
    const host = Fn.select(1, Fn.split('://', endpoint))
    const origin = new HttpOrigin(host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { [cdnKeyHeader]: key },
    })
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: new WebHeaders(this, 'ApiHeaders', { uploads, override: false }),
      compress: false,
    }
  }
}
