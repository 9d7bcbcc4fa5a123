import type { JSX } from 'preact'

export interface MenuItem {
  label: string
  href?: string
  /** The address is a file. */
  download?: boolean
  onSelect?: () => void
}

/** Actions or links under each other in an unfolded panel. */
export function MenuList({ items }: { items: readonly MenuItem[] }): JSX.Element {
  return (
    <ul class="fk-menulist">
      {items.map((item) => (
        <li key={item.label}>
          {item.href === undefined ? (
            <button type="button" onClick={item.onSelect}>
              {item.label}
            </button>
          ) : (
            <a href={item.href} download={item.download}>
              {item.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
