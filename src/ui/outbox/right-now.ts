let offsetMs = 0

/** What must be added to the clock of the device, ms; 0 until a server was heard. */
export const setOffset = (next: number): void => {
  offsetMs = next
}

/** What time it is by the last word of the server, ms. */
export const rightNow = (): number => Date.now() + offsetMs
