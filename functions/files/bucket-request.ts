const attempts = 4

/** Asks again, after a wait that grows, while the network or the bucket fails for a moment. Throws what the network does at last. */
export async function persist(request: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await request().catch((error: unknown) => {
      if (attempt === attempts) throw error
      return undefined
    })
    if (response && (response.status < 500 || attempt === attempts)) return response
    await response?.body?.cancel()
    await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt * Math.random()))
  }
}

/** @throws Error with the bucket's code as its name, the status and the beginning of the answer, unless it did what it was asked */
export async function assertOk(response: Response, path: string): Promise<void> {
  if (response.ok) return
  const answer = await response.text()
  const refusal = new Error(`the bucket answered ${response.status} for ${path}: ${answer.slice(0, 300)}`)
  refusal.name = /<Code>(\w+)<\/Code>/.exec(answer)?.[1] ?? 'BucketRefusal'
  throw refusal
}
