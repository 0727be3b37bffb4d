/** How long an answer is given out again, and how many are kept at most. */
export interface Keeping {
  readonly forMs: number
  readonly most: number
}

/**
 * Answers that many strangers ask for, each worked out once in a while: whoever asks meanwhile waits for the same one. What
 * failed is asked again by the next who comes.
 */
export function keepAnswers<T>({ forMs, most }: Keeping): (key: string, read: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { at: number; answer: Promise<T> }>()
  return (key, read) => {
    const before = kept.get(key)
    if (before && Date.now() - before.at < forMs) return before.answer
    const answer = read()
    if (kept.size >= most) kept.clear()
    kept.set(key, { at: Date.now(), answer })
    answer.catch(() => kept.delete(key))
    return answer
  }
}
