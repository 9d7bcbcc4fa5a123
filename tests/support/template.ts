import type { App } from 'aws-cdk-lib'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRegisterApp } from '../../infra/register-app.ts'

export type Properties = { readonly [name: string]: unknown }

interface Resource {
  Type: string
  Properties: Properties
  DeletionPolicy?: string
}

export interface Template {
  Resources: { [logicalId: string]: Resource }
  Parameters: { [name: string]: { Type: string; Default?: string } }
}

/** Every folder of `functions/` that has a Lambda. */
export const functionNames = [
  'assets',
  'checkpoint',
  'directory',
  'follow-up',
  'intake',
  'intake-work',
  'mail',
  'nightly',
  'processing',
  'proof',
  'suppliers',
]

/** The app with stand-in bundles: the template does not depend on what is in them. */
export function createTestApp(stage: string, context: { [name: string]: string } = {}): App {
  const folder = mkdtempSync(join(tmpdir(), 'forteckna-synth-'))
  const bundles = join(folder, 'bundles')
  for (const service of functionNames) {
    mkdirSync(join(bundles, service), { recursive: true })
    writeFileSync(join(bundles, service, 'index.mjs'), 'export const handler = () => {}\n')
  }
  return createRegisterApp({ bundles, outdir: join(folder, 'out'), context: { stage, ...context } })
}

export interface Synthesized {
  /** Everything but what the CDN takes only from its own region. */
  main: Template
  edge: Template
  /** Copies in the second region. */
  copy: Template
}

const synthesized = new Map<string, Synthesized>()

/** All stacks, synthesized offline, once for all test files of a worker; the first time in a process takes seconds. */
export function synthesize(stage: string, context: { [name: string]: string } = {}): Synthesized {
  const name = JSON.stringify([stage, context])
  const known = synthesized.get(name) ?? synthesizeAnew(stage, context)
  synthesized.set(name, known)
  return known
}

function synthesizeAnew(stage: string, context: { [name: string]: string }): Synthesized {
  const { stacks } = createTestApp(stage, context).synth()
  const of = (suffix: string) =>
    stacks.find(({ stackName }) => stackName === `Forteckna-${stage}${suffix}`)!.template as Template
  return { main: of(''), edge: of('-edge'), copy: of('-copy') }
}

/** Resources of one CloudFormation type, as [logical id, properties]. */
export function resourcesOf(template: Template, type: string): [string, Properties][] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => [id, resource.Properties ?? {}])
}

/** Value at a path of names and indexes, e.g. `Environment.Variables.ORIGIN`; undefined when it is not there. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((node, name) => (node as Properties | undefined)?.[name], value)
}

/** The values of a list, of one value, or of none. */
export function list<T = unknown>(value: unknown): T[] {
  return (value === undefined ? [] : Array.isArray(value) ? value : [value]) as T[]
}

export interface Statement {
  Action: string | string[]
  Resource: unknown
  Effect: string
}

/** Every statement that lets a role of ours do something. */
export function roleStatements(template: Template): Statement[] {
  const inline = resourcesOf(template, 'AWS::IAM::Role').flatMap(([, role]) => list(role.Policies))
  const apart = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    resourcesOf(template, type).map(([, policy]) => policy),
  )
  return [...inline, ...apart].flatMap((policy) => list<Statement>(at(policy, 'PolicyDocument.Statement')))
}
