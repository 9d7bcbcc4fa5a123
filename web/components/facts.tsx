import type { ComponentChildren, JSX } from 'preact'

export interface Fact {
  label: string
  value: ComponentChildren
  note?: ComponentChildren
  num?: boolean
}

/** Key facts of a record side by side, each with a dim line under it where there is more to say. */
export function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="fk-facts" data-row>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd class={fact.num ? 'fk-num' : undefined}>
            {fact.value}
            {fact.note && <small>{fact.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
