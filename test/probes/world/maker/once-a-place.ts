/** Makes something at a place the first time it is asked for there, and gives the same to whoever asks again. */
export function onceAPlace<T>(make: (unit: string) => Promise<T>): (unit: string) => Promise<T> {
  const made = new Map<string, Promise<T>>()
  return (unit) => {
    const known = made.get(unit) ?? make(unit)
    made.set(unit, known)
    return known
  }
}
