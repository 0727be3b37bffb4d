/** A heap of numbered places, the nearest on top. It grows, and is emptied without being given back. */
export interface Frontier {
  far: Float64Array
  place: Int32Array
  size: number
}

export const openFrontier = (): Frontier => ({ far: new Float64Array(1024), place: new Int32Array(1024), size: 0 })

function grow(frontier: Frontier): void {
  const [far, place] = [new Float64Array(2 * frontier.far.length), new Int32Array(2 * frontier.far.length)]
  far.set(frontier.far)
  place.set(frontier.place)
  frontier.far = far
  frontier.place = place
}

export function pushPlace(frontier: Frontier, far: number, place: number): void {
  if (frontier.size === frontier.far.length) grow(frontier)
  const { far: fars, place: places } = frontier
  let hole = frontier.size
  frontier.size += 1
  while (hole > 0) {
    const parent = (hole - 1) >> 1
    if ((fars[parent] as number) <= far) break
    fars[hole] = fars[parent] as number
    places[hole] = places[parent] as number
    hole = parent
  }
  fars[hole] = far
  places[hole] = place
}

/** Takes the nearest away. The caller has read it at index 0, and knows that there is one. */
export function dropNearest(frontier: Frontier): void {
  frontier.size -= 1
  const { far: fars, place: places, size } = frontier
  const [far, place] = [fars[size] as number, places[size] as number]
  let hole = 0
  for (;;) {
    let child = 2 * hole + 1
    if (child >= size) break
    if (child + 1 < size && (fars[child + 1] as number) < (fars[child] as number)) child += 1
    if ((fars[child] as number) >= far) break
    fars[hole] = fars[child] as number
    places[hole] = places[child] as number
    hole = child
  }
  fars[hole] = far
  places[hole] = place
}
