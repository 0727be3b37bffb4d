import { z } from 'zod'

/** A list as somebody wants to see it again: its filters as they stand in the address, order, columns, size. */
const SavedView = z.object({
  name: z.string().min(1).max(20),
  search: z.string().max(2000),
  columns: z.array(z.string()).optional(),
  isRoomy: z.boolean(),
  limit: z.number(),
  sort: z.object({ by: z.string(), down: z.boolean() }).optional(),
})
export type SavedView = z.infer<typeof SavedView>

/** A list in a small window: more would want a search of their own. */
export const MOST_VIEWS = 20

/** What this browser has kept; anything odd is nothing. */
export function readViews(text: string | undefined): SavedView[] {
  try {
    return z.array(SavedView).parse(JSON.parse(text ?? '[]'))
  } catch {
    return []
  }
}

/** With one more, the newest last; one of the same name is replaced. Beyond the most the oldest goes. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [...withoutView(views, view.name), view].slice(-MOST_VIEWS)

export const withoutView = (views: readonly SavedView[], name: string): SavedView[] => views.filter((one) => one.name !== name)
