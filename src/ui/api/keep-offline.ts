/** An action as it is kept on this device until the server can be reached. */
export interface ToKeep {
  /** The id under which it was or would have been sent: it goes out under no other. */
  readonly id: string
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
  readonly subjects: readonly string[]
  /** What a list shows: masked. */
  readonly label: string
  /** Pictures that lie on this device and go out before it (`outbox/keep-photo`). */
  readonly photos?: readonly { readonly id: string; readonly hash: string }[]
  /** The item that it takes the place of. */
  readonly replaces?: string | undefined
}

type Keep = (item: ToKeep) => Promise<boolean>

let keep: Keep = () => Promise.resolve(false)

/** Who keeps actions here; a module that took something along provides it. */
export const keepActions = (next: Keep): void => {
  keep = next
}

/** True when it is on the disk of this device; false where nothing keeps it. */
export const keepOffline = (item: ToKeep): Promise<boolean> => keep(item).catch(() => false)
