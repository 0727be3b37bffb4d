import { dayInChina } from '../../kernel/china-time.ts'

let offsetMs = 0

/** What must be added to the clock of the device, ms; 0 until a server was heard. */
export const setOffset = (next: number): void => {
  offsetMs = next
}

/** What time it is by the last word of the server, ms. */
export const rightNow = (): number => Date.now() + offsetMs

/** Today in China, where every station is, whatever the zone of this machine is, and its clock by the last word of the server. */
export const todayInChina = (): string => dayInChina(rightNow())
