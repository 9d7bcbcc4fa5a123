import { Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
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
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { DeploymentParameters } from './deployment-parameters.ts'
import { WebHeaders } from './web-headers.ts'

export interface WebSiteProps {
  parameters: DeploymentParameters
  /** Endpoint of the HTTP API, `https://…`. */
  apiEndpoint: string
}

// An address without a file extension is a page of the single-page front end; the API has its own behaviour and never comes here.
const toShell = `function handler(event) {
  var request = event.request
  if (request.uri.indexOf('.') < 0) request.uri = '/index.html'
  return request
}`

const shielded = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
}

/** The front end in a private bucket behind CloudFront, with the API under `/api` on the same origin. */
export class WebSite extends Construct {
  readonly bucket: Bucket
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, { parameters, apiEndpoint }: WebSiteProps) {
    super(scope, id)
    const logs = new Bucket(this, 'AccessLogs', {
      ...shielded,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    })
    this.bucket = new Bucket(this, 'Files', {
      ...shielded,
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'files/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
    })
    const files = this.files()
    const shell = new EdgeFunction(this, 'Shell', {
      code: FunctionCode.fromInline(toShell),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Answers addresses of pages with the shell',
    })
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Register (${Stack.of(this).stackName})`,
      domainNames: [parameters.domainName],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', parameters.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: parameters.webAclArn,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: 'cdn/',
      defaultRootObject: 'index.html',
      defaultBehavior: {
        ...files,
        functionAssociations: [{ function: shell, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: { '/api/openapi.json': files, '/api/*': this.api(apiEndpoint) },
    })
    Validations.of(this.distribution).acknowledge({
      id: 'AwsSolutions-CFR1',
      reason: 'Staff travel; which countries may reach the product is decided in the web ACL, given as a parameter.',
    })
  }

  private files() {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new WebHeaders(this, 'Headers'),
      compress: true,
    }
  }

  private api(endpoint: string) {
    const host = Fn.select(1, Fn.split('://', endpoint))
    const origin = new HttpOrigin(host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    })
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      compress: false,
    }
  }
}
