import { Stack, type StackProps, Tags } from 'aws-cdk-lib'
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'
import { BudgetAlarm } from './budget-alarm.ts'
import { textParameter } from './deployment-parameters.ts'
import type { Stage } from './stages.ts'
import { WebAcl } from './web-acl.ts'

/** What CloudFront and billing take only from one region of the provider: certificate, web ACL and the account's budget. No data, no logs, no functions. */
export class EdgeStack extends Stack {
  readonly certificate: ICertificate
  readonly webAclArn: string

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, { ...props, description: `Certificate and web ACL of the register (${stage.name})` })
    Tags.of(this).add('product', 'forteckna')
    Tags.of(this).add('stage', stage.name)
    const domainName = textParameter(this, 'domainName')
    this.certificate = new Certificate(this, 'Certificate', {
      domainName,
      validation: CertificateValidation.fromDns(),
    })
    new BudgetAlarm(this, 'Budget', { stage, email: textParameter(this, 'alarmEmail') })
    this.webAclArn = new WebAcl(this, 'WebAcl', stage).arn
  }
}
