import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { RegisterStack } from './register-stack.ts'

export interface RegisterAppProps {
  /** Folder with one bundle a service, as `npm run build` writes it. */
  bundles: string
  outdir: string
  context?: { [name: string]: string }
}

/** The CDK app: one stack for the stage named by the context `stage`; a security finding makes `synth()` throw. */
export function createRegisterApp({ bundles, outdir, context }: RegisterAppProps): App {
  const app = new App({ outdir, context, analyticsReporting: false })
  const stage = String(app.node.tryGetContext('stage') ?? 'test')
  new RegisterStack(app, `Forteckna-${stage}`, { stage, bundles })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }))
  return app
}
