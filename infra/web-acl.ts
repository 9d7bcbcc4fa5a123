import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import type { Stage } from './stages.ts'

// Kept samples would hold addresses and questions of people, in a region that holds no data.
const visible = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
})

/**
 * Rules of the provider, in order. What is only counted would refuse what people do here: long texts, texts about addresses, and a
 * hundred ids in one question (the rule allows 2 048 bytes).
 */
const managed: readonly { name: string; onlyCounted: readonly string[] }[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList', onlyCounted: [] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', onlyCounted: [] },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    onlyCounted: [
      'SizeRestrictions_QUERYSTRING',
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericRFI_BODY',
      'GenericLFI_BODY',
      'EC2MetaDataSSRF_BODY',
    ],
  },
]

/** Who is turned away before the product is reached: known attackers, known attacks, and any address that asks too much. */
export class WebAcl extends Construct {
  readonly arn: string

  constructor(scope: Construct, id: string, { requestsPerAddress }: Stage) {
    super(scope, id)
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('all'),
      rules: [
        rateRule('everything', 0, requestsPerAddress),
        ...managed.map(({ name, onlyCounted }, index) => ({
          name,
          priority: index + 1,
          overrideAction: { none: {} },
          visibilityConfig: visible(name),
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name,
              ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
        })),
      ],
    })
    this.arn = acl.attrArn
  }
}

function rateRule(name: string, priority: number, limit: number): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    visibilityConfig: visible(name),
    statement: { rateBasedStatement: { limit, evaluationWindowSec: 300, aggregateKeyType: 'IP' } },
  }
}
