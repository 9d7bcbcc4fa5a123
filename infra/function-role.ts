import { Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { type IManagedPolicy, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** How a function comes to the table: as the register does, or reading all of it and nothing else. */
export type TableUse = 'register' | 'scan' | 'none'

export interface Reach {
  table: TableUse
  /** Exactly what else the function may do, named resource by resource. */
  statements?: readonly PolicyStatement[]
  /** Services beside the table that hand the function something under our key, e.g. `sqs`. */
  keyThrough?: readonly string[]
}

const tableActions: { [use in TableUse]: readonly string[] } = {
  register: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
  scan: ['Scan', 'BatchGetItem'],
  none: [],
}
const keyActions = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey']

export interface FunctionRoleProps extends Reach {
  records: ITable
  encryptionKey: IKey
  tracing: IManagedPolicy
  logGroup: ILogGroup
}

/** The role of one function: its log, its part of the table, our key through the services it uses, and what it names itself. */
export class FunctionRole extends Role {
  constructor(scope: Construct, id: string, props: FunctionRoleProps) {
    const { table, statements = [], keyThrough = [], records, encryptionKey, tracing, logGroup } = props
    const through = ['lambda', ...(table === 'none' ? [] : ['dynamodb']), ...keyThrough].toSorted()
    const own = new PolicyDocument({
      statements: [
        new PolicyStatement({
          actions: keyActions,
          resources: [encryptionKey.keyArn],
          conditions: {
            StringEquals: {
              'kms:ViaService': through.map((service) => `${service}.${Stack.of(scope).region}.amazonaws.com`),
            },
          },
        }),
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        ...statements,
      ],
    })
    const actions = tableActions[table].map((action) => `dynamodb:${action}`)
    if (actions.length > 0) own.addStatements(new PolicyStatement({ actions, resources: [records.tableArn] }))
    super(scope, id, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [tracing],
      inlinePolicies: { own },
    })
  }
}
