/**
 * What takes the place of the SDK's event streams in a Lambda bundle (14 KB): no call of ours has one. The client of S3 asks for these
 * two when it is made; whoever came to a stream would be told.
 */
export function resolveEventStreamSerdeConfig<T>(config: T): T {
  return config
}

/** See `resolveEventStreamSerdeConfig`. */
export function eventStreamSerdeProvider(): object {
  return {}
}

/** See `resolveEventStreamSerdeConfig`. Throws. */
export class EventStreamSerde {
  constructor() {
    throw new Error('event streams of the SDK are not in the bundle')
  }
}
