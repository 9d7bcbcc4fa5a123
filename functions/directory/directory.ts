import type { Actor, OrgNode, OrgTree } from '../register/actor.ts'
import type { ReadingEngine } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import { idAt, keys } from '../register/keys.ts'
import type { StoredHead } from '../register/read/load.ts'
import type { Store } from '../store/store.ts'
import type { AddedCodes, Known } from './load.ts'
import { treeOf } from './tree.ts'

/** The organisation, its people and their roles as they stand now, from memory as long as nothing has changed. */
export interface Directory {
  /** All units, ended ones too. */
  units(): Promise<OrgNode[]>
  tree(): Promise<OrgTree>
  /** The vocabulary codes that the data protection officer has added; as they stood when `tree` was read, when it is given. */
  codes(tree?: OrgTree): Promise<AddedCodes>
  /** Whether these people still work here, as it stood when `tree` was read; undefined of those there are not. */
  working(personIds: readonly string[], tree?: OrgTree): Promise<ReadonlyMap<string, boolean | undefined>>
  /** Id of the record that holds a value of its own, e.g. an external key; undefined when there is none. */
  holder(scope: 'orgUnitKey' | 'roleAssignmentKey' | 'userId', value: string): Promise<string | undefined>
  /** Id of the person with this user id, in whatever case; undefined when there is none. */
  find(userId: string): Promise<string | undefined>
  /** A person with the roles valid today, as it stood when `tree` was read; undefined for one who is unknown or has ended. */
  known(personId: string, tree?: OrgTree): Promise<Known | undefined>
  /** The person as the one who asks; undefined for one who may not come in. */
  actor(personId: string, language: Actor['language']): Promise<Actor | undefined>
}

interface Memory {
  version: string
  tree?: Promise<OrgTree>
  codes?: Promise<AddedCodes>
  people: Map<string, Promise<Known | undefined>>
  /** Whether people work here; undefined of ids that are nobody's. */
  working: Map<string, boolean | undefined>
}

const systemRoles = ['systemOwner', 'systemAdmin']
/** Applications of one person, at most. */
const mostSystems = 500

/** The directory's own kinds come with it, so it waits for the first who is signed in. */
const load = () => import('./load.ts')

/** People remembered at a time in one process; more than that are read again. */
const rememberedPeople = 5_000

/**
 * The directory over the store. Each call reads one small item that every change of the directory renews, and
 * forgets what it remembered when it has changed: a revoked role bites on the next request, in every process.
 */
export function createDirectory(deps: { store: Store; engine: ReadingEngine; now(): string }): Directory {
  const { store, engine, now } = deps
  let memory = emptyMemory('')
  /** What was remembered with a tree, so that a request that got one from here reads the version once. */
  const readWith = new WeakMap<OrgTree, Memory>()

  const current = async (): Promise<Memory> => {
    const version = JSON.stringify((await store.get(keys.touched('directory')))?.body ?? null)
    if (memory.version !== version || isFull(memory)) memory = emptyMemory(version)
    return memory
  }
  const asRead = (tree?: OrgTree): Memory | Promise<Memory> => (tree && readWith.get(tree)) ?? current()
  const forget = <T>(promise: Promise<T>): Promise<T> => {
    promise.catch(() => (memory = emptyMemory('')))
    return promise
  }
  const treeIn = async (held: Memory): Promise<OrgTree> => {
    const tree = await (held.tree ??= forget(load().then(({ loadTree }) => loadTree(engine))))
    readWith.set(tree, held)
    return tree
  }

  const knownIn = async (held: Memory, personId: string): Promise<Known | undefined> => {
    const found = held.people.get(personId) ?? forget(load().then(({ loadPerson }) => loadPerson(engine, personId)))
    held.people.set(personId, found)
    const person = await found
    const today = dayOf(now())
    return (
      person && {
        ...person,
        roles: person.roles.filter((role) => role.validFrom <= today && (role.validTo ?? today) >= today),
      }
    )
  }

  const holder: Directory['holder'] = async (scope, value) => {
    const item = await store.get(keys.unique(scope, value))
    return typeof item?.body === 'string' ? item.body : undefined
  }

  return {
    tree: async () => treeIn(await current()),
    codes: async (tree) => {
      const held = await asRead(tree)
      return (held.codes ??= forget(load().then(({ loadCodes }) => loadCodes(engine))))
    },
    working: async (personIds, tree) => {
      const { working } = await asRead(tree)
      const unread = [...new Set(personIds)].filter((id) => !working.has(id))
      const heads = await store.getMany(unread.map((id) => keys.head('person', id)))
      const states = new Map(heads.map(({ pk, body }) => [pk, (body as unknown as StoredHead).state]))
      for (const id of unread) {
        const state = states.get(keys.record('person', id))
        working.set(id, state === undefined ? undefined : state === 'active')
      }
      return new Map(personIds.map((id) => [id, working.get(id)]))
    },
    units: async () => (await load()).loadUnits(engine),
    holder,
    find: (userId) => holder('userId', userId.toLowerCase()),
    known: async (personId, tree) => knownIn(await asRead(tree), personId),
    actor: async (personId, language) => {
      const held = await current()
      const person = await knownIn(held, personId)
      if (!person) return undefined
      const grants = person.roles.map(({ role, scopeOrgUnitId }) => ({ role, scopeOrgUnitId }))
      const keepsSystems = grants.some(({ role }) => systemRoles.includes(role))
      const systems = keepsSystems ? await systemsOf(store, personId) : []
      return {
        personId,
        language,
        ...(systems.length > 0 && { systems }),
        ...(person.orgUnitId && { orgUnitId: person.orgUnitId }),
        grants,
        tree: await treeIn(held),
      }
    },
  }
}

function emptyMemory(version: string): Memory {
  return { version, people: new Map(), working: new Map() }
}

function isFull({ people, working }: Memory): boolean {
  return people.size + working.size > rememberedPeople
}

/** The product itself at work on records: demo data, imports, nightly passes. */
export function systemActor(tree: OrgTree = treeOf([])): Actor {
  return { personId: 'system', language: 'sv', grants: [], tree, system: true }
}

async function systemsOf(store: Store, personId: string): Promise<string[]> {
  const pk = keys.list({ prefix: 'app' }, 'main', `owner=${personId}`)
  const { items } = await store.query(pk, { limit: mostSystems })
  return items.map(({ sk }) => idAt(sk))
}
