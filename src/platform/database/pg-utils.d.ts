/** Part of the driver that its types leave out. */
declare module 'pg/lib/utils.js' {
  /** A value as the wire takes it: text, bytes, or null. @throws where a value cannot be sent (a circular object) */
  export function prepareValue(value: unknown): string | Buffer | null
}
