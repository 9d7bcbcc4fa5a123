/** One layer of docs/architecture.md: which files belong to it, and what they may import. The first match counts. */
export interface Layer {
  name: string
  holds: RegExp
  files: readonly RegExp[]
  packages: readonly RegExp[]
}

const services = ['processing', 'assets', 'suppliers', 'directory', 'oversight']
const anyService = `(${services.join('|')})`
// What touches hono and http: a service's routes; what ties everything together: its Lambda.
const edge = '([\\w-]+-)?routes?|lambda'
const register = /^functions\/register\//
const registerWithoutEngine = /^functions\/register\/(?!(reading-)?engine\.ts)/
const fields = /^functions\/fields\//
const port = /^functions\/store\/store\.ts$/
const http = /^functions\/http\//
const vocabularies = new RegExp(`^functions/${anyService}/(vocabulary(\\.ts$|/)|text/)`)
// Small tools without knowledge of a record, found in the first service and used by the others.
const tools = /^functions\/processing\/(calendar|adequacy|duration|national-id|similar|text|legal-source)\.ts$/
const pure = new RegExp(`^functions/${anyService}/(?!(${edge})\\.ts$)`)
const routes = (service: string) => new RegExp(`^functions/${service}/([\\w-]+-)?routes?\\.ts$`)

// How tables are read, and what may be read into: data and pure functions that services share.
const reading = /^functions\/intake\/read\//
const spreadsheets = /^functions\/intake\/xlsx\/(rows-file|sheet-text-form)\.ts$/
const target = /^functions\/intake\/(target|field-columns|cell-value|sentences)\.ts$/
const files = /^functions\/files\//
const intake = /^functions\/intake\//
// The files of a record: what it says of them; and what is done with them.
const ofDocuments = /^functions\/documents\//
const documentField = /^functions\/documents\/(document|add-document)\.ts$/
const writing = /^functions\/export\/(?!export-routes)/

// Work that events start: each folder is a Lambda, and what it does lies beside its `lambda.ts`.
const told = /^functions\/store\/(store|changes)\.ts$/
const httpWords = /^functions\/http\/(log|sentence|language|spoken-language|stash-key|secret)\.ts$/
const unreachable = /^functions\/mail\/unreachable\.ts$/
const ofMail = /^functions\/mail\/(?!lambda)/
const ofFollowUp = /^functions\/follow-up\/(?!lambda)/
const ofNightly = /^functions\/nightly\/(?!lambda)/

/** The layers of one service: its routes, and its own files with no I/O and no framework. */
function serviceLayers(service: string): Layer[] {
  const own = new RegExp(`^functions/${service}/(?!(${edge})\\.ts$)`)
  const checked = [/^zod\/mini$/, /^organisationsnummer$/, /^personnummer$/, /^papaparse$/]
  return [
    {
      name: `routes of ${service}`,
      holds: routes(service),
      files: [http, register, fields, files, ofDocuments, writing, pure, port, unreachable, routes(service)],
      packages: [/^hono($|\/)/, /^zod\/mini$/],
    },
    {
      name: `${service} (pure)`,
      holds: own,
      files: [register, fields, own, documentField, vocabularies, tools, reading, spreadsheets, target],
      packages: checked,
    },
  ]
}

export const layers: readonly Layer[] = [
  { name: 'register', holds: register, files: [register, port], packages: [/^zod\/mini$/] },
  { name: 'fields', holds: fields, files: [fields, registerWithoutEngine], packages: [/^zod\/mini$/] },
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
    packages: [/^hono($|\/)/, /^node:/],
  },
  {
    name: 'http',
    holds: http,
    files: [http, register, fields, pure, port, routes(anyService)],
    packages: [/^hono($|\/)/, /^zod\/mini$/, /^node:/, /^jose$/, /^openid-client$/],
  },
  { name: 'reading of tables', holds: reading, files: [reading], packages: [] },
  { name: 'reading of workbooks', holds: /^functions\/intake\/xlsx\//, files: [intake], packages: [/^node:zlib$/] },
  { name: 'files', holds: files, files: [files], packages: [/^node:/] },
  {
    name: 'documents',
    holds: ofDocuments,
    files: [ofDocuments, register, http, files, tools],
    packages: [/^zod\/mini$/],
  },
  { name: 'writing of tables', holds: writing, files: [writing, register, intake], packages: [/^node:zlib$/] },
  {
    name: 'queue of intake',
    holds: /^functions\/intake(-work)?\/sqs-/,
    files: [intake],
    packages: [/^@aws-sdk\/client-sqs$/],
  },
  {
    name: 'all routes of intake',
    holds: /^functions\/intake\/routes\.ts$/,
    files: [intake, http, /^functions\/export\/export-routes\.ts$/, /^functions\/(core|kinds|intake-targets)\.ts$/],
    packages: [],
  },
  {
    name: 'routes of intake and export',
    holds: /^functions\/(intake|export)\/([\w-]+-)?routes?\.ts$/,
    files: [http, register, fields, pure, port, intake, files, writing, routes(anyService)],
    packages: [/^zod\/mini$/],
  },
  {
    name: 'intake',
    holds: /^functions\/intake\/(?!lambda\.ts$)/,
    files: [register, fields, port, intake, files, writing, pure, http],
    packages: [/^zod\/mini$/, /^node:/],
  },
  {
    name: 'mail',
    holds: ofMail,
    files: [ofMail, register, told, pure, httpWords],
    packages: [/^@aws-sdk\/client-sesv2$/],
  },
  {
    name: 'follow-up',
    holds: ofFollowUp,
    files: [ofFollowUp, ofMail, register, told, pure, httpWords],
    packages: [/^@aws-sdk\/client-sqs$/],
  },
  {
    name: 'nightly pass',
    holds: ofNightly,
    files: [ofNightly, ofFollowUp, ofMail, register, told, pure, intake],
    packages: [],
  },
  {
    name: 'Lambda',
    holds: /^functions\/[\w-]+\/lambda\.ts$/,
    files: [/^functions\/(?!local|identity\/|demo\/|store\/embedded)/],
    packages: [/^hono($|\/)/, /^node:/],
  },
  ...services.flatMap(serviceLayers),
  {
    name: 'the web build of the local server',
    holds: /^functions\/local\/web-build\.ts$/,
    files: [/^infra\/build-web\.ts$/],
    packages: [/^node:/],
  },
  { name: 'local and commands', holds: /^functions\//, files: [/^functions\//], packages: [/./] },
  {
    name: 'web',
    holds: /^web\//,
    files: [/^web\//, registerWithoutEngine, fields, pure],
    packages: [
      /^preact($|\/)/,
      /^preact-iso($|\/)/,
      /^lean-qr$/,
      /^zod\/mini$/,
      /^@navikt\/aksel-icons/,
      /^@fontsource/,
      /^@digdir\//,
    ],
  },
  {
    name: 'infra',
    holds: /^infra\//,
    files: [/^infra\//],
    packages: [/^aws-cdk-lib($|\/)/, /^constructs$/, /^cdk-nag$/, /^esbuild$/, /^node:/],
  },
]
