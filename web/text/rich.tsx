import type { ComponentChildren } from 'preact'
import { t, type Params } from './text.ts'

/** A sentence in which some `{name}` places hold markup, such as a link or bold text. */
export function rich(
  key: string,
  parts: { [name: string]: ComponentChildren },
  params: Params = {},
): ComponentChildren {
  return t(key, params)
    .split(/(\{\w+\})/)
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1]
      return name !== undefined && name in parts ? parts[name] : piece
    })
}
