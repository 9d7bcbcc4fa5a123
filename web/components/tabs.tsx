import type { JSX } from 'preact'

export interface Tab {
  href: string
  label: string
  count?: number
  current?: boolean
}

/** Parts of a record, each at an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }): JSX.Element {
  return (
    <nav class="fk-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label} {tab.count !== undefined && <span class="fk-count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}
