import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunction, listServices } from '../../infra/bundle-function.ts'
import { createRegisterApp } from '../../infra/register-app.ts'
import type { DeployedFunction } from './lambda-process.ts'
import { at, resourcesOf, type Template } from './template.ts'

/** A function as the template has it, its environment not yet filled in. */
export interface TemplateFunction extends Omit<DeployedFunction, 'environment'> {
  environment: { [name: string]: unknown }
}

/** Everything that would be uploaded, made by the product's own bundling and app. */
export interface Deployment {
  functions: { [service: string]: TemplateFunction }
  /** CloudFormation type of each resource, by logical id. */
  types: { [logicalId: string]: string }
}

/** What a deployment is told, and what becomes of the resources that functions name. */
export interface Surroundings {
  parameters: { readonly [name: string]: string }
  /** What `Ref` of, or an attribute of, a resource gives. */
  resource(type: string, logicalId: string, attribute?: string): string | undefined
  /** What stands in Secrets Manager under a name. */
  secret(name: string): string
}

/** Bundles every function, synthesizes the app around the bundles, and finds each function's code and settings in what comes out. */
export async function makeDeployment(): Promise<Deployment & { remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'forteckna-deployment-'))
  const [bundles, outdir] = [join(folder, 'functions'), join(folder, 'out')]
  const services = await listServices()
  await Promise.all(services.map((service) => bundleFunction(service, bundles)))
  const stacks = createRegisterApp({ bundles, outdir, context: { stage: 'test' } }).synth().stacks
  const template = stacks.find(
    ({ template: one }) =>
      resourcesOf(one, 'AWS::DynamoDB::Table').length > 0 || resourcesOf(one, 'AWS::DynamoDB::GlobalTable').length > 0,
  )!.template as Template
  const own = new Map(services.map((service) => [entryOf(join(bundles, service)), service]))
  const functions: Deployment['functions'] = {}
  for (const [, properties] of resourcesOf(template, 'AWS::Lambda::Function')) {
    const key = at(properties, 'Code.S3Key')
    const staged = typeof key === 'string' ? join(outdir, `asset.${key.replace(/\.zip$/, '')}`) : ''
    const service = staged && own.get(entryOf(staged))
    if (!service) continue
    functions[service] = {
      folder: staged,
      handler: String(properties['Handler']),
      environment: (at(properties, 'Environment.Variables') ?? {}) as { [name: string]: unknown },
      memoryMb: Number(properties['MemorySize'] ?? 128),
      timeoutMs: Number(properties['Timeout'] ?? 3) * 1000,
    }
  }
  const types = Object.fromEntries(Object.entries(template.Resources).map(([id, { Type }]) => [id, Type]))
  return { functions, types, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function entryOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'index.mjs'), 'utf8')
  } catch {
    return undefined
  }
}

/** The function with its environment filled in as CloudFormation would. @throws Error for what the surroundings do not know */
export function placeFunction(
  { functions, types }: Deployment,
  service: string,
  surroundings: Surroundings,
): DeployedFunction {
  const found = functions[service]
  if (!found) throw new Error(`the template has no function ${service}`)
  const value = (node: unknown): string => {
    if (typeof node !== 'object' || node === null) return withSecrets(String(node), surroundings)
    const [[name, content]] = Object.entries(node) as [[string, unknown]]
    if (name === 'Ref') return referred(String(content))
    if (name === 'Fn::GetAtt') {
      const [id = '', attribute = ''] = (typeof content === 'string' ? content.split('.') : content) as string[]
      return referred(id, attribute)
    }
    if (name === 'Fn::Join') {
      const [between, parts] = content as [string, unknown[]]
      return withSecrets(parts.map(value).join(between), surroundings)
    }
    throw new Error(`no value for ${JSON.stringify(node)}`)
  }
  const referred = (id: string, attribute?: string): string => {
    const pseudo: { [name: string]: string } = {
      'AWS::Region': 'eu-north-1',
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::AccountId': '000000000000',
    }
    const given = surroundings.parameters[id] ?? pseudo[id] ?? surroundings.resource(types[id] ?? '', id, attribute)
    if (given === undefined)
      throw new Error(`${service}: nothing stands for ${id}${attribute ? `.${attribute}` : ''} (${types[id]})`)
    return given
  }
  const environment = Object.fromEntries(Object.entries(found.environment).map(([name, node]) => [name, value(node)]))
  return { ...found, environment }
}

/** Dynamic references (`{{resolve:secretsmanager:name:SecretString:::}}`) with what the secret holds. */
function withSecrets(text: string, { secret }: Surroundings): string {
  return text.replaceAll(/\{\{resolve:secretsmanager:([^:}]+):[^}]*\}\}/g, (_, name: string) => secret(name))
}
