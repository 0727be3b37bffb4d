/** A picture that goes with an item. The id is made here, so that the message never changes after it is saved. */
export interface ItemPhoto {
  readonly id: string
  readonly hash: string
}

/** What an item says. */
export interface Content {
  /** `visit.record`: POST /api/do/visit.record */
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
  /** Whom or what it is about: items about the same one go out in their order. */
  readonly subjects: readonly string[]
  /** What a list shows: masked, in the words of the day. */
  readonly label: string
  readonly photos: readonly ItemPhoto[]
  /** The version of the file that was changed, where one was. */
  readonly baseVersion?: number
  /** SHA-256 of action and body, canonical: proof that what is sent is what was saved. */
  readonly hash: string
}

/** Why an item waits for a person: the code of a refusal or problem, with what the server said. */
export interface Why {
  readonly code: string
  readonly refusal?: Readonly<Record<string, unknown>>
}
