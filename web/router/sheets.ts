/** A style sheet that only some pages need: `web/styles/<name>.css`. */
export type Sheet = 'lists' | 'records' | 'suppliers'

const asked = new Map<Sheet, Promise<void>>()

/** Makes style sheets ready; rejects when one does not come, so that no page is shown without its own. */
export async function loadSheets(names: readonly Sheet[]): Promise<void> {
  await Promise.all(names.map(loadSheet))
}

function loadSheet(name: Sheet): Promise<void> {
  const known = asked.get(name)
  if (known) return known
  const loading = new Promise<void>((ready, failed) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = addressOf(name)
    link.onload = () => ready()
    link.onerror = () => {
      asked.delete(name)
      link.remove()
      failed(new Error(`the style sheet ${name} did not come`))
    }
    document.head.append(link)
  })
  asked.set(name, loading)
  return loading
}

/** The shell lists the addresses of all such sheets. */
function addressOf(name: Sheet): string {
  const list = document.querySelector<HTMLMetaElement>('meta[name="forteckna-styles"]')?.content.split(' ') ?? []
  return list.find((address) => address.includes(`/${name}-`)) ?? ''
}
