const [QUIET_FROM, QUIET_UNTIL] = [21, 8]
const CHINA_FROM_UTC = 8

/**
 * Whether people sleep, in China, at an instant (ISO 8601 in UTC): from 21:00 to 8:00 nobody is told anything by text. A code
 * that somebody waits for at the page is no notice and comes at any hour.
 */
export function isQuiet(instant: string): boolean {
  const hour = (Number(instant.slice(11, 13)) + CHINA_FROM_UTC) % 24
  return hour >= QUIET_FROM || hour < QUIET_UNTIL
}
