/** What a refusal says besides its code, as a sentence can name it. */
export function valuesOf(refusal: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(refusal).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
