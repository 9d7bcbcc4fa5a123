import { sortKey } from '../../functions/register/rows/sort-key.ts'
import { wordsOf } from '../../functions/register/rows/words.ts'
import { compareKeys } from '../../functions/store/span.ts'
import type { Command, Data, Outcome } from './commands.ts'
import type { ActorName } from './thing.ts'

interface Version {
  revision: number
  state: string
  data: Data
  by: string
  command: number
  registered?: number
  number?: number
  parentNames: string[]
}

interface Entry {
  which: number
  versions: Version[]
  /** Command at which a revision came into force, or nothing did any more. */
  inForce: { command: number; revision?: number }[]
}

interface Row {
  entry: Entry
  version: Version
  working: boolean
}

/** Alphabetical; of those with one name working copies first, the older record before the younger. */
function nameKey({ entry, version, working }: Row): string {
  return `${sortKey(version.data.name ?? '')}#${working ? 0 : 1}#${entry.which}`
}

/** A wrong outcome of a command, thrown within the model. */
class Refusal extends Error {
  readonly outcome: { error: string; [detail: string]: unknown }
  constructor(error: string, details: object = {}) {
    super(error)
    this.outcome = { error, ...details }
  }
}

const moves: { [name: string]: { from: string[]; to: string; by: 'editors' | 'approver'; named?: boolean } } = {
  submit: { from: ['draft'], to: 'submitted', by: 'editors', named: true },
  register: { from: ['submitted', 'revision'], to: 'registered', by: 'approver', named: true },
  revise: { from: ['registered'], to: 'revision', by: 'editors' },
  discard: { from: ['revision'], to: 'registered', by: 'editors' },
  end: { from: ['registered'], to: 'ended', by: 'approver' },
}

/** The register as one would write it without a database: everything in one list, nothing derived. */
export function createReference(): (call: Command) => Outcome {
  const entries: Entry[] = []
  let command = -1
  let numbersTaken = 0

  const newest = (entry: Entry) => entry.versions.at(-1) as Version
  const inForce = (entry: Entry) => entry.versions.find(({ revision }) => revision === newest(entry).registered)
  const isOwn = (as: ActorName, data: Data) => as === 'local' && data.unitId === 'north'
  const edits = (as: ActorName, data: Data) => as === 'editor' || isOwn(as, data)
  const opens = (as: ActorName) => as === 'editor' || as === 'approver'

  function viewOf(entry: Entry, as: ActorName): Version | undefined {
    return opens(as) || isOwn(as, newest(entry).data) ? newest(entry) : inForce(entry)
  }

  function readable(which: number, as: ActorName): Entry {
    const entry = entries[which]
    if (!entry || !viewOf(entry, as)) throw new Refusal('not-found')
    return entry
  }

  function recordOf(entry: Entry, version: Version, as: ActorName): object {
    const { secret, ...open } = version.data
    const masked = secret === undefined ? open : { ...open, secret: opens(as) ? secret : { secrecy: 'OSL 18:8' } }
    return { ...headOf(entry, version), data: masked }
  }

  function headOf(entry: Entry, { revision, state, data, by, registered, number }: Version): object {
    const { unitId } = data
    return {
      which: entry.which,
      numbered: number !== undefined,
      kind: 'thing',
      revision,
      state,
      ...(registered && { registeredRevision: registered }),
      ...(unitId && { orgUnitId: unitId }),
      createdBy: entry.versions[0]?.by,
      updatedBy: by,
    }
  }

  function shown(entry: Entry, as: ActorName): object {
    const view = viewOf(entry, as) ?? newest(entry)
    const { state, data } = newest(entry)
    const isNewest = opens(as) || isOwn(as, data) || !inForce(entry)
    const open = ['draft', 'revision'].includes(state)
    const edit = open && edits(as, data) ? ['edit'] : []
    const moved = Object.entries(moves).flatMap(([name, move]) =>
      move.from.includes(state) && mayMove(move.by, as, data) ? [name] : [],
    )
    return {
      record: recordOf(entry, view, as),
      missing: isNewest && open && !data.name ? [{ pointer: '/name', rule: 'name', source: 'model' }] : [],
      allowed: isNewest ? [...edit, ...moved] : [],
    }
  }

  /** The answer to a change shows the revision it made, also to who has just left themselves out of it. */
  function changed(entry: Entry, as: ActorName): object {
    return { ...shown(entry, as), record: recordOf(entry, newest(entry), as) }
  }

  function mayMove(by: 'editors' | 'approver', as: ActorName, data: Data): boolean {
    return by === 'approver' ? as === 'approver' : edits(as, data)
  }

  function assertShape({ name, extra }: Data): void {
    const long = name !== undefined && name.length > 40 ? ['/name too-long'] : []
    const errors = [...long, ...(extra === undefined ? [] : ['/extra unknown-field'])]
    if (errors.length > 0) throw new Refusal('invalid', { errors })
  }

  function save(which: number, version: Omit<Version, 'command' | 'parentNames'>): Entry {
    const { parents = [], code } = version.data
    const known = (index: number) => entries[index] !== undefined
    const errors = parents.flatMap((index, at) => (known(index) ? [] : [`/parentIds/${at} dangling-reference`]))
    if (errors.length > 0) throw new Refusal('invalid', { errors })
    const holder = entries.find((other) => other.which !== which && code && newest(other).data.code === code)
    if (holder) throw new Refusal('already-exists', { id: holder.which })
    const parentNames = parents.map((index) => newest(entries[index] as Entry).data.name ?? '')
    const entry = entries[which] ?? { which, versions: [], inForce: [] }
    entry.versions.push({ ...version, command, parentNames })
    entries[which] = entry
    return entry
  }

  function create({ as, data }: Command & { do: 'create' }): object {
    if (data.approvedBy !== undefined) throw new Refusal('forbidden', { reason: 'not-yours' })
    assertShape(data)
    if (!edits(as, data)) throw new Refusal('forbidden')
    return changed(save(entries.length, { revision: 1, state: 'draft', data, by: as }), as)
  }

  function changeable(which: number, as: ActorName, stale: number, may: (data: Data) => boolean): Entry {
    const entry = readable(which, as)
    const { data, revision } = newest(entry)
    if (!may(data)) throw new Refusal('forbidden')
    if (stale !== 0) throw new Refusal('revision-conflict', { currentRevision: revision })
    return entry
  }

  function update({ as, which, stale, data }: Command & { do: 'update' }): object {
    const entry = changeable(which, as, stale, (stored) => edits(as, stored))
    const before = newest(entry)
    const kept = { ...data }
    if (!['draft', 'revision'].includes(before.state))
      throw new Refusal('transition-refused', { reason: 'not-editable' })
    const closed = [
      'approvedBy' as const,
      ...(opens(as) || before.data.secret === undefined ? [] : ['secret' as const]),
    ]
    for (const field of closed) {
      const stored = before.data[field]
      if (data[field] !== undefined && data[field] !== stored) throw new Refusal('forbidden', { reason: 'not-yours' })
      if (stored !== undefined) kept[field] = stored
    }
    assertShape(data)
    const { state, registered, number } = before
    return changed(save(which, { revision: before.revision + 1, state, data: kept, by: as, registered, number }), as)
  }

  function transition({ as, which, stale, transition: name, input }: Command & { do: 'transition' }): object {
    const move = moves[name]
    if (!move) throw new Refusal('invalid', { errors: ['/transition unknown-code'] })
    const entry = changeable(which, as, stale, (data) => mayMove(move.by, as, data))
    const before = newest(entry)
    const given = Object.keys(input ?? {})
    const wanted = name === 'end' ? ['reason'] : []
    const lacking = wanted.filter((field) => !given.includes(field)).map((field) => `/${field} type`)
    const errors = [
      ...lacking,
      ...given.filter((field) => !wanted.includes(field)).map((field) => `/${field} unknown-field`),
    ]
    if (errors.length > 0) throw new Refusal('invalid', { errors })
    if (!move.from.includes(before.state)) throw new Refusal('transition-refused', { reason: 'wrong-state' })
    if (move.named && !before.data.name) throw new Refusal('transition-refused', { missing: ['name'] })
    const revision = before.revision + 1
    const registers = ['register', 'discard', 'end'].includes(name)
    const data = name === 'discard' ? (inForce(entry) as Version).data : before.data
    save(which, {
      revision,
      state: move.to,
      data: name === 'register' ? { ...data, approvedBy: as } : data,
      by: as,
      registered: registers ? revision : before.registered,
      number: name === 'submit' ? (before.number ?? ++numbersTaken) : before.number,
    })
    if (registers) entry.inForce.push({ command, ...(name === 'end' ? {} : { revision }) })
    return changed(entry, as)
  }

  function get({ as, which, revision }: Command & { do: 'get' }): object {
    const entry = readable(which, as)
    if (revision === undefined) return shown(entry, as)
    const sees = (version: Version) =>
      (viewOf(entry, as) === newest(entry) && isWhole(entry, as)) || version.registered === version.revision
    const found = entry.versions.find((version) => version.revision === revision)
    if (!found || !sees(found)) throw new Refusal('not-found', { reason: 'no-revision' })
    return { record: recordOf(entry, found, as), missing: [], allowed: [] }
  }

  function isWhole(entry: Entry, as: ActorName): boolean {
    return opens(as) || isOwn(as, newest(entry).data)
  }

  function versionAt(entry: Entry, ago: number): Version | undefined {
    const then = Math.max(command - ago, 0)
    const last = entry.inForce.findLast((change) => change.command <= then)
    return entry.versions.find(({ revision }) => revision === last?.revision)
  }

  function asOf({ as, which, ago }: Command & { do: 'asOf' }): object {
    const entry = readable(which, as)
    const found = versionAt(entry, ago)
    if (!found) throw new Refusal('not-found', { reason: 'not-in-force' })
    return { record: recordOf(entry, found, as), missing: [], allowed: [] }
  }

  /** Everything that lists and searches may show: what is in force to all, working copies to those within reach. */
  function rows(as: ActorName): Row[] {
    return entries.flatMap((entry) => {
      const [now, then] = [newest(entry), inForce(entry)]
      const reaches = opens(as) || isOwn(as, now.data)
      return [
        ...(then ? [{ entry, version: then, working: false }] : []),
        ...(now !== then && reaches ? [{ entry, version: now, working: true }] : []),
      ]
    })
  }

  function summary(entry: Entry, version: Version): object {
    const { name, colour } = version.data
    return { ...headOf(entry, version), data: { ...(name !== undefined && { name }), ...(colour && { colour }) } }
  }

  function meets({ state, data }: Version, filters: { [name: string]: string[] }, usual: boolean): boolean {
    const below = (unit: string) => (unit === 'root' ? ['root', 'north', 'south'] : [unit])
    const units = filters['unit']?.flatMap(below)
    return (
      (filters['state'] ? filters['state'].includes(state) : usual) &&
      (!filters['colour'] || filters['colour'].includes(data.colour ?? '')) &&
      (!units || units.includes(data.unitId ?? ''))
    )
  }

  function hasWords({ data, parentNames }: Version, words: readonly string[]): boolean {
    const text = [data.name ?? '', data.code ?? '', ...parentNames].flatMap(wordsOf)
    return words.every((word) => text.some((candidate) => candidate.startsWith(word)))
  }

  /** In today's order, what was in force then. */
  function listAsOf({ as, filters, q = '', ago }: Command & { do: 'listAsOf' }): object[] {
    return rows(as)
      .filter(({ working }) => !working)
      .toSorted((a, b) => compareKeys(nameKey(a), nameKey(b)))
      .flatMap(({ entry }) => {
        const version = versionAt(entry, ago)
        const fits = version && meets(version, filters, version.state !== 'ended') && hasWords(version, wordsOf(q))
        return fits ? [summary(entry, version)] : []
      })
  }

  function list({ as, filters, sort }: Command & { do: 'list' }): object[] {
    const found = rows(as).filter(({ version, working }) =>
      meets(version, filters, version.state !== 'ended' && !(working && version.registered)),
    )
    const key = (row: Row) => {
      const { number, command: changed, revision } = row.version
      if (sort.endsWith('name')) return nameKey(row)
      const value = sort.endsWith('number') ? String(number ?? '~') : String(changed).padStart(3)
      return `${value}#${row.entry.which}#${String(revision).padStart(3)}`
    }
    const sign = sort.startsWith('-') ? -1 : 1
    return found
      .toSorted((a, b) => compareKeys(key(a), key(b)) * sign)
      .map(({ entry, version }) => summary(entry, version))
  }

  function search({ as, q }: Command & { do: 'search' }): object[] {
    const words = wordsOf(q)
    if (!words.some((word) => word.length > 1)) return []
    const found = rows(as).filter(({ version, working }) => {
      const usual = version.state !== 'ended' && !(working && version.registered)
      return usual && hasWords(version, words)
    })
    return found
      .toSorted((a, b) => compareKeys(nameKey(a), nameKey(b)))
      .map(({ entry, version }) => summary(entry, version))
  }

  function links({ as, which }: Command & { do: 'links' }): string[] {
    const view = viewOf(readable(which, as), as) as Version
    const out = [...new Set(view.data.parents)].filter((index) => entries[index] && viewOf(entries[index], as))
    const back = entries.filter((entry) => viewOf(entry, as)?.data.parents?.includes(which))
    return [...out.map((index) => `out ${index}`), ...back.map((entry) => `in ${entry.which}`)].toSorted()
  }

  const answers = { create, update, transition, get, asOf, list, listAsOf, search, links }

  return (call) => {
    command += 1
    try {
      return { ok: (answers[call.do] as (given: Command) => unknown)(call) }
    } catch (error) {
      if (error instanceof Refusal) return error.outcome
      throw error
    }
  }
}
