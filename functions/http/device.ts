/** A browser as its owner knows it again: which one, on what. Nothing that tells two alike apart. */
export interface Device {
  browser: Browser
  system: System
}

export const browsers = ['edge', 'opera', 'firefox', 'chrome', 'safari', 'other'] as const
export const systems = ['android', 'ios', 'windows', 'macos', 'linux', 'other'] as const

export type Browser = (typeof browsers)[number]
export type System = (typeof systems)[number]

/** In the order in which they are tried: most browsers also name those they are like. */
const browserMarks: readonly (readonly [Browser, RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /(?:Chrome|CriOS)\//],
  ['safari', /\bSafari\//],
]

const systemMarks: readonly (readonly [System, RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad)\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b/],
  ['linux', /\b(?:Linux|CrOS)\b/],
]

/** Reads `User-Agent`; whatever it says, the answer is one of the words above. */
export function deviceOf(userAgent: string | null): Device {
  const text = userAgent ?? ''
  return { browser: first(browserMarks, text) ?? 'other', system: first(systemMarks, text) ?? 'other' }
}

function first<T>(marks: readonly (readonly [T, RegExp])[], text: string): T | undefined {
  return marks.find(([, mark]) => mark.test(text))?.[0]
}
