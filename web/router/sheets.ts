/** Style sheets that only some pages need, `web/styles/<name>.css`: where two rules are equals, the later sheet wins. */
const sheets = ['tables', 'lists', 'records', 'suppliers', 'coverage'] as const

export type Sheet = (typeof sheets)[number]

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
    link.dataset['sheet'] = name
    link.onload = () => ready()
    link.onerror = () => {
      asked.delete(name)
      link.remove()
      failed(new Error(`the style sheet ${name} did not come`))
    }
    document.head.insertBefore(link, laterThan(name))
  })
  asked.set(name, loading)
  return loading
}

/** The first of the sheets there that is to come after this one, whatever order the pages are opened in. */
function laterThan(name: Sheet): HTMLLinkElement | null {
  const later = sheets.slice(sheets.indexOf(name) + 1)
  const there = [...document.head.querySelectorAll<HTMLLinkElement>('link[data-sheet]')]
  return there.find((link) => later.some((sheet) => sheet === link.dataset['sheet'])) ?? null
}

/** The shell lists the addresses of all such sheets. */
function addressOf(name: Sheet): string {
  const list = document.querySelector<HTMLMetaElement>('meta[name="forteckna-styles"]')?.content.split(' ') ?? []
  return list.find((address) => address.includes(`/${name}-`)) ?? ''
}
