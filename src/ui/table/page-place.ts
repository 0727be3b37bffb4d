/** Where a reader stands in a paged list: the cursors of the pages so far, the rows a page, the order. */
export interface PagePlace {
  /** The cursor of each page after the first, in order; its length is the page's number less one. */
  cursors: readonly string[]
  limit: number
  sort?: { by: string; down: boolean }
  scrollTop?: number
}

export const limits = [50, 100, 200, 500] as const

export const firstPage = (limit = 50): PagePlace => ({ cursors: [], limit })

export const pageNumber = (place: PagePlace): number => place.cursors.length + 1

export const turned = (place: PagePlace, next: string): PagePlace => ({ ...place, cursors: [...place.cursors, next], scrollTop: 0 })

export const turnedBack = (place: PagePlace): PagePlace => ({ ...place, cursors: place.cursors.slice(0, -1), scrollTop: 0 })

/** Another size or order begins at the first page again: a cursor belongs to its order. */
export const reordered = (place: PagePlace, change: Pick<PagePlace, 'limit'> | { sort: PagePlace['sort'] }): PagePlace => {
  const { sort, ...rest } = { ...place, ...change, cursors: [], scrollTop: 0 }
  return sort ? { ...rest, sort } : rest
}

/** Reads a remembered place; anything odd is the first page. */
export function readPlace(text: string | undefined, limit: number): PagePlace {
  try {
    const place: unknown = JSON.parse(text ?? '')
    if (typeof place !== 'object' || place === null || !('cursors' in place) || !('limit' in place)) return firstPage(limit)
    if (!Array.isArray(place.cursors) || !place.cursors.every((cursor) => typeof cursor === 'string') || typeof place.limit !== 'number')
      return firstPage(limit)
    return place as PagePlace
  } catch {
    return firstPage(limit)
  }
}
