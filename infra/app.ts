import { join } from 'node:path'
import { createRegisterApp } from './register-app.ts'

const root = join(import.meta.dirname, '..')
const app = createRegisterApp({
  bundles: join(root, '.build/functions'),
  outdir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out'),
})
const assembly = app.synth()
console.log(`synthesized ${assembly.stacks.map((stack) => stack.stackName).join(', ')} to ${assembly.directory}`)
