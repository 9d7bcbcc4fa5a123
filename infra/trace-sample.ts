import { CfnSamplingRule } from 'aws-cdk-lib/aws-xray'
import { Construct } from 'constructs'
import type { Stage } from './stages.ts'

/** How many requests are traced: without a rule of ours one a second is, and traces cost more than the functions. */
export class TraceSample extends Construct {
  constructor(scope: Construct, id: string, { name, traced }: Stage) {
    super(scope, id)
    new CfnSamplingRule(this, 'Rule', {
      samplingRule: {
        ruleName: `forteckna-${name}`,
        priority: 1000,
        fixedRate: traced,
        reservoirSize: 0,
        serviceName: '*',
        serviceType: '*',
        host: '*',
        httpMethod: '*',
        urlPath: '*',
        resourceArn: '*',
        version: 1,
      },
    })
  }
}
