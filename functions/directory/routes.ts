import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { holdsAnywhere } from '../register/actor.ts'
import { dayOf } from '../register/core.ts'
import { RegisterError } from '../register/errors.ts'
import { recordRoutes } from '../http/records.ts'
import { lawInWords } from '../processing/law.ts'
import { personRoute, type Route } from '../http/route.ts'
import type { Directory } from './directory.ts'
import { feedSchema } from './feed.ts'
import { peopleWithoutMail } from '../mail/unreachable.ts'
import { addressFindings, directoryFindings } from './findings.ts'
import { loadFacts } from './load.ts'
import { importDirectory } from './import.ts'
import { orgUnit } from './org-unit.ts'
import { personSessionRoutes } from './person-sessions-route.ts'
import { person } from './person.ts'
import { roleAssignment } from './role-assignment.ts'
import { directoryFindingWords, directorySentences, directoryWords } from './sentences.ts'
import { vocabularyCode } from './vocabulary-code.ts'
import { listVocabularies } from './vocabulary-list.ts'

const listed = z.strictObject({
  items: z.array(
    z.strictObject({
      vocabulary: z.string(),
      extensible: z.boolean(),
      codes: z.array(
        z.strictObject({
          code: z.string(),
          sv: z.string(),
          en: z.string(),
          class: z.optional(z.string()),
          parent: z.optional(z.string()),
          vulnerable: z.optional(z.boolean()),
          retired: z.optional(z.boolean()),
          builtIn: z.boolean(),
        }),
      ),
    }),
  ),
})

const feedLimitBytes = 200 * 1024 * 1024

/** Roles that look after how the organisation is staffed. */
const watchers = ['dpo', 'dpCoordinator', 'ciso', 'isCoordinator', 'platformAdmin', 'auditor']

const found = z.strictObject({
  items: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['K', 'H', 'M', 'L']),
      pointer: z.string(),
      source: z.string(),
      target: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
      detail: z.string(),
      action: z.string(),
      law: z.string(),
    }),
  ),
})

const report = z.strictObject({
  dryRun: z.boolean(),
  counts: z.record(z.string(), z.number()),
  results: z.array(z.looseObject({ part: z.string(), key: z.string(), status: z.string() })),
  endedNobody: z.optional(z.strictObject({ named: z.number(), active: z.number() })),
})

/** The routes of the directory: its records and what every form needs of them. */
export function directoryRoutes(deps: Deps, directory: Directory): Route[] {
  return [
    ...recordRoutes(orgUnit, deps, directorySentences),
    ...recordRoutes(person, deps, directorySentences),
    ...personSessionRoutes(deps),
    ...recordRoutes(roleAssignment, deps, directorySentences),
    ...recordRoutes(vocabularyCode, deps, directorySentences),
    personRoute({
      method: 'GET',
      path: '/api/vocabularies',
      operationId: 'listVocabularies',
      summary: directoryWords('vocabularies'),
      success: { status: 200, schema: listed },
      handler: async () => ({ body: { items: listVocabularies(await directory.codes()) } }),
    }),
    personRoute({
      method: 'GET',
      path: '/api/directory/findings',
      operationId: 'listDirectoryFindings',
      summary: directoryWords('findings'),
      success: { status: 200, schema: found },
      handler: async ({ actor, language }) => {
        if (!watchers.some((role) => holdsAnywhere(actor, role)))
          throw new RegisterError('forbidden', 'watches nothing')
        const facts = await loadFacts(deps.engine, actor.tree, dayOf(deps.now()))
        const silent = addressFindings(await peopleWithoutMail(deps.store, deps.engine))
        const items = [...directoryFindings(facts), ...silent].map((finding) => ({
          ...finding,
          ...directoryFindingWords(finding.rule, language, finding.target.name),
          law: lawInWords(finding.source, language),
        }))
        return { body: { items } }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/directory/import',
      operationId: 'importDirectory',
      summary: directoryWords('import'),
      query: z.strictObject({ dryRun: z.optional(z.enum(['true', 'false'])) }),
      body: feedSchema,
      bodyLimitBytes: feedLimitBytes,
      success: { status: 200, schema: report },
      handler: async ({ actor, query, body }) => {
        if (!holdsAnywhere(actor, 'platformAdmin')) throw new RegisterError('forbidden', 'not an administrator')
        return { body: await importDirectory({ ...deps, directory }, body, actor, query.dryRun === 'true') }
      },
    }),
  ]
}
