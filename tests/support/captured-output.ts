/** Everything that a process writes while it is captured. */
export interface CapturedOutput {
  text(): string
  /** Lets output through again. */
  end(): void
}

/** Captures standard output, standard error and the console, through which a log could go. */
export function captureOutput(): CapturedOutput {
  const written: string[] = []
  const streams = [process.stdout, process.stderr]
  const writes = streams.map((stream) => stream.write)
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
  const consoles = methods.map((method) => console[method])
  for (const stream of streams) {
    stream.write = ((chunk: string | Uint8Array) => {
      written.push(Buffer.from(chunk as Uint8Array).toString())
      return true
    }) as typeof stream.write
  }
  for (const method of methods)
    console[method] = (...values: unknown[]) => void written.push(values.map(String).join(' '))
  return {
    text: () => written.join('\n'),
    end() {
      streams.forEach((stream, at) => (stream.write = writes[at] as typeof stream.write))
      methods.forEach((method, at) => (console[method] = consoles[at] as typeof console.log))
    },
  }
}
