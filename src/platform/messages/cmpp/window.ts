export interface Window {
  /** Does the work when fewer than `size` others are under way; first come, first served. */
  through<T>(work: () => Promise<T>): Promise<T>
}

/** §6.1 滑动窗口: no more than W messages may be without an answer at a time; the standard suggests 16. */
export function openWindow(size: number): Window {
  let free = size
  const queue: (() => void)[] = []
  const enter = async (): Promise<void> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => queue.push(resolve))
  }
  // Whoever waits gets the place itself, so that nobody who comes just now can slip in before.
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else free++
  }
  return {
    async through(work) {
      await enter()
      return await work().finally(leave)
    },
  }
}
