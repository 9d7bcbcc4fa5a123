import type { JSX } from 'preact'
import { generate } from 'lean-qr'

/** Light modules round the sign, which readers need to find it (ISO/IEC 18004). */
const quietZone = 4

/** A QR code of a text as one path, sharp at any size. */
export function Qr({ text, label }: { text: string; label: string }): JSX.Element {
  const code = generate(text)
  const path: string[] = []
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path.push(`M${x} ${y}h1v1h-1z`)
  }
  const side = code.size + 2 * quietZone
  return (
    <svg
      class="fk-label__code"
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  )
}
