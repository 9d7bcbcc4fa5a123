/** One layer of docs/architecture.md: which files belong to it, and what they may import. The first match counts. */
export interface Layer {
  name: string
  holds: RegExp
  files: readonly RegExp[]
  packages: readonly RegExp[]
}

const services = '(processing|assets|suppliers|directory|oversight)'
const register = /^functions\/register\//
const registerWithoutEngine = /^functions\/register\/(?!engine\.ts)/
const port = /^functions\/store\/store\.ts$/
const vocabularies = new RegExp(`^functions/${services}/(vocabulary(\\.ts$|/)|text/)`)
const pure = new RegExp(`^functions/${services}/(?!(routes|lambda)\\.ts$)`)
const own = (service: string) => new RegExp(`^functions/${service}/(?!(routes|lambda)\\.ts$)`)

/** A service's own files but its routes and its Lambda: no I/O, no framework. */
function serviceLayer(service: string): Layer {
  return {
    name: `${service} (pure)`,
    holds: own(service),
    files: [register, own(service), vocabularies],
    packages: [/^zod\/mini$/, /^organisationsnummer$/, /^personnummer$/, /^papaparse$/],
  }
}

export const layers: readonly Layer[] = [
  { name: 'register', holds: register, files: [register, port], packages: [/^zod\/mini$/] },
  {
    name: 'store port',
    holds: port,
    files: [],
    packages: [],
  },
  {
    name: 'DynamoDB adapter',
    holds: /^functions\/store\/dynamodb/,
    files: [/^functions\/store\/(?!embedded)/],
    packages: [/^@aws-sdk\/client-dynamodb$/, /^@smithy\//, /^node:/],
  },
  {
    name: 'embedded adapter',
    holds: /^functions\/store\/embedded/,
    files: [/^functions\/store\/(?!dynamodb)/],
    packages: [/^node:/],
  },
  {
    name: 'store',
    holds: /^functions\/store\//,
    files: [/^functions\/store\/(?!dynamodb|embedded)/],
    packages: [/^node:/],
  },
  {
    name: 'http',
    holds: /^functions\/http\//,
    files: [/^functions\/http\//, register, pure, port, new RegExp(`^functions/${services}/routes\\.ts$`)],
    packages: [/^hono($|\/)/, /^zod\/mini$/, /^node:/, /^jose$/, /^openid-client$/],
  },
  {
    name: 'routes',
    holds: new RegExp(`^functions/${services}/routes\\.ts$`),
    files: [/^functions\/http\//, register, pure, port],
    packages: [/^hono($|\/)/, /^zod\/mini$/],
  },
  {
    name: 'Lambda',
    holds: new RegExp(`^functions/${services}/lambda\\.ts$`),
    files: [/^functions\/(?!local|store\/embedded)/],
    packages: [/^hono($|\/)/, /^node:/],
  },
  ...['processing', 'assets', 'suppliers', 'directory', 'oversight'].map(serviceLayer),
  { name: 'local and commands', holds: /^functions\//, files: [/^functions\//], packages: [/./] },
  {
    name: 'web',
    holds: /^web\//,
    files: [/^web\//, registerWithoutEngine, pure],
    packages: [/^preact($|\/)/, /^preact-iso$/, /^zod\/mini$/, /^@navikt\/aksel-icons/, /^@fontsource/, /^@digdir\//],
  },
  {
    name: 'infra',
    holds: /^infra\//,
    files: [/^infra\//],
    packages: [/^aws-cdk-lib($|\/)/, /^constructs$/, /^cdk-nag$/, /^esbuild$/, /^node:/],
  },
]
