import { stderr, stdout } from 'node:process'
import { join } from 'node:path'
import { createClock } from '../clock.ts'
import { createCore } from '../core.ts'
import { fillDemo } from '../demo/fill.ts'
import { demoPeople } from '../demo/people.ts'
import { openFolder } from '../files/folder.ts'
import { createApp } from '../http/app.ts'
import { createJsonLog } from '../http/log.ts'
import { createSignIn } from '../http/sign-in-service.ts'
import { openIdentityProvider } from '../identity/provider.ts'
import { allKinds } from '../kinds.ts'
import { createLocalIntake, reportError } from '../local-intake.ts'
import { localHeads } from '../checkpoint/local.ts'
import { createWorkLog } from '../work-log.ts'
import { createBackground } from './background.ts'
import { createCheckpointRunner } from './checkpoint-runner.ts'
import { localConfig } from './config.ts'
import { openDataStore } from './data-store.ts'
import { createImportRunner } from './import-runner.ts'
import { createSheetKeeper } from './sheet-keeper.ts'
import { answerMailPage } from './mail-page.ts'
import { sentMail } from './sent-mail.ts'
import { listen } from './server.ts'
import { readStaticFiles } from './static-files.ts'
import { builtWeb } from './web-build.ts'
import { productRoutes } from '../services.ts'
import { createMeter } from '../store/meter.ts'

const config = localConfig(process.env)
const clock = createClock(Date.now, config.start)
const meter = createMeter()
const webBuild = config.web ? builtWeb() : undefined
const store = await openDataStore({
  dataDir: config.dataDir,
  clock,
  meter,
  fill: (empty) => fillDemo(empty, clock, config.demo),
})
stdout.write(`Data is kept in ${config.dataDir}\n`)

const core = createCore({ store, clock, kinds: allKinds, files: openFolder(join(config.dataDir, 'files')) })
const intake = createLocalIntake(core, {
  runner: (deps) => createImportRunner(deps, config.dataDir, reportError),
  keepSheet: createSheetKeeper(config.dataDir),
})
const directory = await webBuild
const files = directory ? readStaticFiles(directory) : undefined
const identityProvider = await openIdentityProvider({
  origin: config.origin,
  dataDir: config.dataDir,
  directory: core.directory,
  logins: demoPeople.filter((person) => person.login).map((person) => person.userId),
  stylesheets: async () => files?.stylesheets ?? [],
})
const report = (trouble: object) => void stderr.write(`${JSON.stringify(trouble)}\n`)
const signIn = createSignIn({
  store,
  directory: core.directory,
  settings: identityProvider.settings,
  now: clock.now,
  report,
})
const app = createApp({
  routes: productRoutes(core, signIn.routes, intake, localHeads(config.dataDir)),
  deps: {
    authenticate: signIn.authenticate,
    now: clock.now,
    newId: core.deps.newId,
    log: createJsonLog((line) => stderr.write(line)),
    meter,
    origins: [config.origin],
    fallback: async (request) =>
      (await answerMailPage(
        request,
        () => sentMail(store, core.deps.engine, config.origin),
        files?.stylesheets ?? [],
      )) ?? files?.respond(request),
  },
})
const server = await listen(config.port, app, identityProvider)
stdout.write(`Förteckna is ready on ${config.origin}\n`)

await intake.runner.resume()

const workLog = createWorkLog('background', (line) => stderr.write(line), clock.ms)
const checkpoints = createCheckpointRunner(config.dataDir, clock.now)
const background = createBackground(core, {
  feed: store,
  origin: config.origin,
  report: workLog,
  nightly: async () => {
    const { outcome, faults } = await checkpoints.run()
    workLog({ what: 'checkpoint', outcome, faults, ...(faults > 0 && { error: new Error('history does not fit') }) })
  },
})
background.start()

let ending = false
async function end(): Promise<void> {
  if (ending) return
  ending = true
  await server.close()
  await intake.runner.close()
  await checkpoints.close()
  await background.close()
  await store.close()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
