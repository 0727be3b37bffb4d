import { PlainError } from '../../kernel/plain-error.ts'

/** A text to one mobile phone. Its text is read on a telephone that may lie on a table: never more than the errand needs. */
export interface Message {
  /** The caller's own name for it: given again, it is the same message and not another one. */
  readonly id: string
  /** A mobile number in its one form: `13800138000`. */
  readonly phone: string
  readonly text: string
}

/** Where texts leave the house. */
export interface MessageSender {
  /** Whether texts go no further than the program's own log: pages of the demo say where to look for a code. */
  readonly isConsole: boolean
  /**
   * Hands a text over, and promises no more than that somebody took it: whether the phone was switched on nobody can know.
   * @throws MessageNotSent with what became of it.
   */
  send(message: Message): Promise<void>
  /** What is under way is waited for, for a moment; afterwards nothing is sent. */
  close(): Promise<void>
}

/**
 * What is known of a text that nobody confirmed.
 * `not-sent`: it did not leave, and may be tried again. `refused`: it was answered with no, and would be again.
 * `unknown`: it left and no answer came; whoever sends it again may send it twice.
 */
export type MessageFate = 'not-sent' | 'refused' | 'unknown'

/** A text that nobody confirmed: says why in a sentence, and never holds the phone or the text. */
export class MessageNotSent extends PlainError {
  readonly fate: MessageFate

  constructor(fate: MessageFate, words: { zh: string; en: string }, cause?: unknown) {
    super(words, cause)
    this.fate = fate
  }
}
