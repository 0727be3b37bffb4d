/** How long the sender waits for what. */
export interface CmppTiming {
  readonly connectWithinMs: number
  /**
   * T of §6.1. The standard suggests 60 seconds and to send the same again, three times in all; we wait a third of it, because
   * somebody waits at a page, and never send a text again that may have been taken.
   */
  readonly answerWithinMs: number
  /** C of §6.1: without a message for so long the line is tested. The standard suggests three minutes; firewalls forget sooner. */
  readonly testAfterMs: number
  /** N of §6.1: so many tests in a row without an answer, and the line is given up. */
  readonly tests: number
  /** How long a text waits for a connection before it is not sent. */
  readonly patienceMs: number
  /** After a broken connection; doubled each time up to the longest. */
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  /** For the answer to our goodbye; what is under way is answered before it. */
  readonly goodbyeMs: number
  /** After 流量控制错, before the same part is offered again, so many times. */
  readonly tooFastPauseMs: number
  readonly tooFastTries: number
}

export const TIMING: CmppTiming = {
  connectWithinMs: 10_000,
  answerWithinMs: 20_000,
  testAfterMs: 60_000,
  tests: 3,
  patienceMs: 10_000,
  firstPauseMs: 1_000,
  longestPauseMs: 30_000,
  goodbyeMs: 2_000,
  tooFastPauseMs: 1_000,
  tooFastTries: 5,
}
