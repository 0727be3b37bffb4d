/** The codes in what was typed, whatever stands between them. */
export const codesIn = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,，、;；]+/u)
    .filter(Boolean)

/** The first code of a list that cannot stand: one that the round has not, or one that was written twice. */
export function wrongCode(codes: readonly string[], known: ReadonlySet<string>): { what: 'unknown' | 'twice'; post: string } | undefined {
  const unknown = codes.find((code) => !known.has(code))
  if (unknown !== undefined) return { what: 'unknown', post: unknown }
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  return twice === undefined ? undefined : { what: 'twice', post: twice }
}
