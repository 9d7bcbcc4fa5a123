import { useEffect, useState } from 'preact/hooks'

let say: (text: string) => void = () => {}

/** Says something politely to those who listen to the page. */
export function announce(text: string): void {
  say(text)
}

/** The page's one polite live region for announcements. */
export function Announcer() {
  const [text, setText] = useState('')
  useEffect(() => {
    say = (next) => setText((before) => (before === next ? `${next}\u00a0` : next))
    return () => {
      say = () => {}
    }
  }, [])
  return (
    <div class="ds-sr-only" aria-live="polite">
      {text}
    </div>
  )
}
