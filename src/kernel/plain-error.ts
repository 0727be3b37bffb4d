/**
 * A fault of the surroundings that an operator can mend: what is wrong, where, and what to do, in plain sentences.
 * Shown as it is, without a stack. `message` is Chinese, a line break, English.
 */
export class PlainError extends Error {
  override readonly name = 'PlainError'
  readonly zh: string
  readonly en: string

  constructor(words: { zh: string; en: string }, cause?: unknown) {
    super(`${words.zh}\n${words.en}`, cause === undefined ? undefined : { cause })
    this.zh = words.zh
    this.en = words.en
  }
}
