const known = new Map<string, number | undefined>()

/** The serial number of a `YYYY-MM-DD` in the 1900 system, or undefined before 1 March 1900, where programs disagree, and for what is no day. */
export function serialOf(day: string): number | undefined {
  if (known.has(day)) return known.get(day)
  if (known.size > 100_000) known.clear()
  const serial = reckonSerial(day)
  known.set(day, serial)
  return serial
}

function reckonSerial(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const milliseconds = Date.parse(`${day}T00:00:00Z`)
  const serial = milliseconds / 86_400_000 + 25_569
  return Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== day || serial < 61 ? undefined : serial
}

/** The `YYYY-MM-DD` of a whole serial number of the 1900 system, from 1 March 1900 on. */
export const dayOfSerial = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
