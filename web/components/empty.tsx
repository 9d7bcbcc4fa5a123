import type { ComponentChildren, JSX } from 'preact'

interface Props {
  heading: ComponentChildren
  children?: ComponentChildren
  actions?: ComponentChildren
  /** 1 where nothing else stands on the page. */
  level?: 1 | 2 | 3
}

/** Says what would stand here, or what went wrong, and what to do now. */
export function Empty({ heading, children, actions, level = 2 }: Props): JSX.Element {
  const Heading = `h${level}` as const
  return (
    <div class="fk-empty">
      <Heading class="fk-h3">{heading}</Heading>
      {children}
      {actions && <div class="fk-row fk-mt">{actions}</div>}
    </div>
  )
}
