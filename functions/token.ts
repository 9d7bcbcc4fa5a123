import { commandClientId, demoGrant } from './identity/configuration.ts'

const [userId] = process.argv.slice(2)
const port = process.env['PORT'] ?? '3000'

/** An access token for a demo person, from the local server's identity provider. Throws a sentence for the user. */
async function askForToken(person: string): Promise<string> {
  const origin = `http://localhost:${port}`
  const body = new URLSearchParams({ grant_type: demoGrant, client_id: commandClientId, user_id: person })
  const response = await fetch(`${origin}/oidc/token`, { method: 'POST', body }).catch(() => undefined)
  if (!response) throw new Error(`No server answers at ${origin}. Start it with: npm start`)
  if (!response.ok) throw new Error(`Nobody called ${person} can sign in there.`)
  return ((await response.json()) as { access_token: string }).access_token
}

try {
  if (!userId) throw new Error('Say for whom: npm run --silent token -- dso')
  console.log(await askForToken(userId))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
