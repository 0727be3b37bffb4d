/** Which rows of a long list to draw, given equal heights: a few more than can be seen. */
export interface RowWindow {
  first: number
  /** One past the last. */
  end: number
}

export function windowRows(box: { scrollTop: number; height: number; rowHeight: number; count: number; spare?: number }): RowWindow {
  const { scrollTop, height, rowHeight, count, spare = 4 } = box
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - spare)
  return { first, end: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare) }
}

/** How far to scroll so that a row can be seen; the same place when it already is. */
export function scrollToRow(box: { scrollTop: number; height: number; rowHeight: number }, row: number): number {
  const top = row * box.rowHeight
  if (top < box.scrollTop) return top
  return Math.max(box.scrollTop, top + box.rowHeight - box.height)
}
