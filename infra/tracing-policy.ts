import { Validations } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

/** The right to send traces: the one statement of the product that cannot name its resource. */
export class TracingPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string) {
    const actions = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']
    super(scope, id, {
      description: 'Sends traces to X-Ray',
      statements: [new PolicyStatement({ actions, resources: ['*'] })],
    })
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray has no resources to name: these two actions take nothing but "*" and only send.',
    })
  }
}
