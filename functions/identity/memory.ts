import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Held {
  payload: AdapterPayload
  until: number
}

/**
 * What the local identity provider remembers of sign-ins under way. A restart forgets it: whoever was signing in begins again,
 * whoever had signed in stays so, since that session is the product's own. Its own sessions it forgets at once: demo people take
 * turns at one computer, and nobody is to be taken for the one before.
 */
export function createMemory(): (model: string) => Adapter {
  const held = new Map<string, Held>()
  const read = (name: string): AdapterPayload | undefined => {
    const found = held.get(name)
    return found && found.until > Date.now() ? found.payload : undefined
  }
  const sweep = (): void => {
    for (const [name, { until }] of held) if (until <= Date.now()) held.delete(name)
  }
  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      if (model === 'Session') return
      sweep()
      held.set(`${model}:${id}`, { payload, until: Date.now() + (expiresIn || 3600) * 1000 })
    },
    find: async (id) => read(`${model}:${id}`),
    findByUid: async (uid) =>
      [...held].find(([name, { payload }]) => name.startsWith(`${model}:`) && payload.uid === uid)?.[1].payload,
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const payload = read(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => void held.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [name, { payload }] of held) if (payload.grantId === grantId) held.delete(name)
    },
  })
}
