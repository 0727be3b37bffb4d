import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { type PagePlace, reordered } from './page-place.ts'
import type { SavedView } from './saved-views.ts'

/**
 * Opens a saved view: its filters go into the address, and order and size are set once the list has taken those in, for a
 * list with other filters begins in its usual order.
 */
export function useViewOpening({ place, setPlace }: { place: PagePlace; setPlace: (place: PagePlace) => void }) {
  const { search, pathname } = useLocation()
  const go = useNavigate()
  const [waiting, setWaiting] = useState<SavedView>()
  useEffect(() => {
    if (waiting === undefined || waiting.search !== search) return
    setWaiting(undefined)
    setPlace(reordered({ ...place, limit: waiting.limit }, { sort: waiting.sort }))
  }, [waiting, search, place, setPlace])
  const open = (view: SavedView) => {
    setWaiting(view)
    if (view.search !== search) void go(pathname + view.search, { replace: true })
  }
  return { search, open }
}
