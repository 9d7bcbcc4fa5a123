import type { JSX } from 'preact'
import { Article } from './article.tsx'

/** The accessibility statement (lag 2018:1937). */
export function AccessibilityPage(): JSX.Element {
  return <Article page="accessibility" />
}
