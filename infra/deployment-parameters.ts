import { CfnParameter } from 'aws-cdk-lib'
import { Construct } from 'constructs'

/** What a deployment is told: nothing about an account, a region or an organisation stands in the code. */
export class DeploymentParameters extends Construct {
  readonly domainName: string
  readonly certificateArn: string
  readonly webAclArn: string
  readonly alarmEmail: string
  readonly oidcIssuer: string
  readonly oidcClientId: string
  readonly oidcSecretName: string
  readonly oidcPersonClaim: string
  readonly oidcProviderName: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const text = (name: string, description: string, allowedPattern = '.+') =>
      new CfnParameter(scope, name, { type: 'String', description, allowedPattern }).valueAsString
    this.domainName = text('DomainName', 'Name the product is reached at, e.g. forteckna.example.se', '[a-z0-9.-]+')
    this.certificateArn = text(
      'CertificateArn',
      'Certificate of that name for the CDN, in us-east-1',
      'arn:.+:acm:us-east-1:.+',
    )
    this.webAclArn = text('WebAclArn', 'Web ACL that guards the CDN, in us-east-1', 'arn:.+:wafv2:us-east-1:.+')
    this.alarmEmail = text('AlarmEmail', 'Where alarms are sent', '[^@]+@[^@]+')
    this.oidcIssuer = text('OidcIssuer', 'Issuer of the identity provider (OpenID Connect)', 'https://.+')
    this.oidcClientId = text('OidcClientId', 'Client id at the identity provider')
    this.oidcSecretName = text('OidcCredential', 'Name in Secrets Manager of what the client proves itself with')
    this.oidcPersonClaim = text(
      'OidcPersonClaim',
      "Claim that holds a person's user id, often sub or preferred_username",
    )
    this.oidcProviderName = text('OidcProviderName', 'What the sign-in page calls the identity provider')
  }
}
