import { CfnParameter } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** What a deployment is told: nothing about an account or an organisation stands in the code. */
const asked = {
  domainName: {
    description: 'Name the product is reached at, e.g. forteckna.example.se',
    allowedPattern: '[a-z0-9-]+(\\.[a-z0-9-]+)+',
  },
  alarmEmail: { description: 'Where alarms are sent', allowedPattern: '[^@ ]+@[^@ ]+' },
  mailFrom: {
    description: 'Sender of reminders, e.g. forteckna@example.se; the part after @ is proven by DKIM',
    allowedPattern: '[a-z0-9._-]+@[a-z0-9.-]+',
  },
  cdnKey: {
    description: 'Name in Secrets Manager of the key by which the API knows the CDN: at least 32 characters, no space',
    allowedPattern: '[A-Za-z0-9/_+=.@-]+',
  },
  cdnKeyVersion: {
    description: 'Version id of the key that the CDN bears',
    allowedPattern: '[A-Za-z0-9-]{32,64}',
  },
  cdnKeyFormerVersion: {
    description: 'Version id of the key before, which is still accepted; the same as the newer one at first',
    allowedPattern: '[A-Za-z0-9-]{32,64}',
  },
  oidcIssuer: { description: 'Issuer of the identity provider (OpenID Connect)', allowedPattern: 'https://.+' },
  oidcClientId: { description: 'Client id at the identity provider', allowedPattern: '.+' },
  oidcCredential: {
    description: 'Name in Secrets Manager of what the client proves itself with',
    allowedPattern: '[A-Za-z0-9/_+=.@-]+',
  },
  oidcCredentialVersion: {
    description: 'Version id of that secret. Another one is how a deployment learns that the secret was changed',
    allowedPattern: '[A-Za-z0-9-]{32,64}',
  },
  oidcPersonClaim: {
    description: "Claim that holds a person's user id, often sub or preferred_username",
    allowedPattern: '.+',
  },
  oidcAssurance: {
    description: 'Levels of assurance (acr) of which the provider must vouch for one, apart by spaces; any: it decides',
    allowedPattern: '[!-~]+( [!-~]+)*',
  },
  oidcProviderName: { description: 'What the sign-in page calls the identity provider', allowedPattern: '.+' },
} as const

export type ParameterName = keyof typeof asked

/** One parameter of a stack, without a default: the deployment says it or does not run. */
export function textParameter(scope: Construct, name: ParameterName): string {
  const id = name.charAt(0).toUpperCase() + name.slice(1)
  return new CfnParameter(scope, id, { type: 'String', ...asked[name] }).valueAsString
}

/** All that the main stack is told. */
export function deploymentParameters(scope: Construct): { readonly [name in ParameterName]: string } {
  const names = Object.keys(asked) as ParameterName[]
  return Object.fromEntries(names.map((name) => [name, textParameter(scope, name)])) as {
    [name in ParameterName]: string
  }
}
