/** Something that goes on until it is stopped. */
export interface Part {
  stop(): unknown
}

/** What a program has begun so far. */
export interface Begun {
  /** Keeps a part, so that it is stopped with the others. */
  keep<T extends Part>(part: T): T
  /**
   * Waits for parts that begin side by side and keeps them in their order.
   *
   * @throws the fault of the first in order that did not begin, when all have come to an end and those that began are kept
   */
  keepAll<T extends Part>(beginning: readonly Promise<T>[]): Promise<void>
  /**
   * Stops every part once, the latest first, each when the one that stands on it is down. A part that cannot be stopped
   * keeps no other from being stopped.
   *
   * @throws what kept parts from stopping, when all have been asked
   */
  stop(): Promise<void>
}

export function nothingBegun(): Begun {
  const parts: Part[] = []
  let stopping: Promise<void> | undefined
  return {
    keep: (part) => {
      parts.push(part)
      return part
    },
    keepAll: async (beginning) => {
      const ended = await Promise.allSettled(beginning)
      parts.push(...ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
      for (const one of ended) if (one.status === 'rejected') throw one.reason
    },
    stop: () => (stopping ??= stopAll(parts.toReversed())),
  }
}

async function stopAll(parts: readonly Part[]): Promise<void> {
  const faults: unknown[] = []
  for (const part of parts) {
    try {
      await part.stop()
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 1) throw new AggregateError(faults, faults.map(String).join('; '))
  if (faults.length === 1) throw faults[0]
}
