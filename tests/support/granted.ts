import { at, list, type Properties, resourcesOf, type Statement, type Template } from './template.ts'

/** One right, as `dynamodb:GetItem on <logical id>`; the id is `*` where a statement names no resource of the template. */
export type Right = string

interface Granting extends Statement {
  Principal?: { AWS?: unknown }
  Condition?: Properties
}

/** What the template lets a function do: its role's statements, and those of buckets that name its role. */
export function rightsOf(template: Template, functionId: string): Right[] {
  const role = idsIn(at(template.Resources[functionId]?.Properties, 'Role'))[0]!
  const own = template.Resources[role]!.Properties
  const managed = list(own.ManagedPolicyArns)
    .flatMap(idsIn)
    .map((id) => template.Resources[id]!.Properties)
  const inRoles = [...list<Properties>(own.Policies), ...managed].flatMap((policy) =>
    list<Granting>(at(policy, 'PolicyDocument.Statement')),
  )
  const inBuckets = resourcesOf(template, 'AWS::S3::BucketPolicy').flatMap(([, policy]) =>
    list<Granting>(at(policy, 'PolicyDocument.Statement')).filter(
      ({ Effect, Principal }) => Effect === 'Allow' && idsIn(Principal?.AWS).includes(role),
    ),
  )
  return [...new Set([...inRoles, ...inBuckets].flatMap(rightsIn))].toSorted()
}

function rightsIn({ Action, Resource, Condition }: Granting): Right[] {
  const resources = list(Resource).flatMap((resource) => (resource === '*' ? ['*'] : idsIn(resource)))
  const through = list<string>(at(Condition, 'StringEquals.kms:ViaService')).map((host) => host.split('.')[0])
  const keyed = through.length > 0 ? through.map((service) => ` through ${service}`) : ['']
  return list<string>(Action).flatMap((action) =>
    resources.flatMap((resource) => keyed.map((how) => `${action} on ${resource}${how}`)),
  )
}

/** Logical ids that a value of the template refers to. */
export function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] }
  if (Ref) return Ref.startsWith('AWS::') ? [] : [Ref]
  if (attribute) return [attribute[0]]
  return Object.values(value).flatMap(idsIn)
}
