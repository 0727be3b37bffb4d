import { useEffect, useState } from 'react'
import { Board } from '../../contract-board.ts'

export interface Followed {
  readonly board: Board | undefined
  /** How far this screen's clock is ahead of the server's, ms: a wrong clock counts down right all the same. */
  readonly ahead: number
  /** The line is down: what is shown is as of `at`. */
  readonly isLost: boolean
  readonly at: number
  readonly isNotThere: boolean
}

const NOTHING: Followed = { board: undefined, ahead: 0, isLost: false, at: 0, isNotThere: false }

/** The board of a round, and every change of it as it happens. The browser connects again by itself where the line breaks. */
export function useBoard(id: string): Followed {
  const [followed, setFollowed] = useState<Followed>(NOTHING)
  useEffect(() => {
    setFollowed(NOTHING)
    const source = new EventSource(`/api/open/rounds/${encodeURIComponent(id)}/live`)
    source.addEventListener('board', (event) => {
      const read = Board.safeParse(JSON.parse(String(event.data)))
      if (!read.success) return
      const at = Date.now()
      setFollowed({ board: read.data, ahead: at - read.data.now, isLost: false, at, isNotThere: false })
    })
    source.addEventListener('error', () => {
      // A refusal closes the line for good; a broken one is opened again by the browser.
      const isClosed = source.readyState === EventSource.CLOSED
      setFollowed((before) => ({ ...before, isLost: true, isNotThere: isClosed && before.board === undefined }))
    })
    return () => source.close()
  }, [id])
  return followed
}

/** Whole seconds to an instant of the server, never below zero; counts by itself. */
export function useSecondsTo(endsAt: number | undefined, ahead: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (endsAt === undefined) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [endsAt])
  return endsAt === undefined ? 0 : Math.max(0, Math.ceil((endsAt - (now - ahead)) / 1000))
}
