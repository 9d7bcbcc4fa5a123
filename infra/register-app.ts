import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { CopyStack } from './copy-stack.ts'
import { EdgeStack } from './edge-stack.ts'
import { RegisterStack } from './register-stack.ts'
import { assertRegions, defaultRegions, type Regions, stageOf } from './stages.ts'

export interface RegisterAppProps {
  /** Folder with one bundle a function, as `npm run build` writes it. */
  bundles: string
  outdir: string
  /**
   * `stage` (dev, test, prod), `region` of the data, `copyRegion` of its copies, `edgeRegion` of the CDN, and `apiAddress`: another word than
   * last time gives the API another address.
   */
  context?: { [name: string]: string }
}

// Certificate and web ACL are read from the other stack's outputs at deployment; CDK's older way puts functions with wide rights in both.
const settings = {
  '@aws-cdk/core:defaultCrossStackReferences': 'weak',
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
}

/**
 * The CDK app of one stage: the product in its region, its copies in a second one, certificate and web ACL in the CDN's. A security finding makes `synth()` throw.
 * @throws Error for a stage that there is not, and for a region outside Europe
 */
export function createRegisterApp({ bundles, outdir, context }: RegisterAppProps): App {
  const app = new App({ outdir, context: { ...settings, ...context }, analyticsReporting: false })
  const asked = (name: string, otherwise: string) => String(app.node.tryGetContext(name) ?? otherwise)
  const stage = stageOf(asked('stage', 'test'))
  const regions: Regions = {
    home: asked('region', defaultRegions.home),
    copy: asked('copyRegion', defaultRegions.copy),
    edge: asked('edgeRegion', defaultRegions.edge),
  }
  assertRegions(regions)
  const name = `Forteckna-${stage.name}`
  const place = (region: string) => ({ stage, env: { region }, terminationProtection: stage.keepsData })
  const edge = new EdgeStack(app, `${name}-edge`, place(regions.edge))
  const copy = new CopyStack(app, `${name}-copy`, place(regions.copy))
  new RegisterStack(app, name, { ...place(regions.home), bundles, edge, copy, apiAddress: asked('apiAddress', '') })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }))
  return app
}
