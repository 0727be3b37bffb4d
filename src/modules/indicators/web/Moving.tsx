import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * A figure that lights up softly when it moves while one watches. `of` names the question: an answer to another
 * question (place, period) is no movement.
 */
export function Moving({ value, of, children }: { value: number | null | undefined; of: string; children: ReactNode }) {
  const before = useRef({ value, of })
  const [moves, setMoves] = useState(0)
  useEffect(() => {
    const isMove = before.current.of === of && before.current.value !== value
    before.current = { value, of }
    if (isMove) setMoves((count) => count + 1)
  }, [value, of])
  // A new key starts the animation again; the first figure has none.
  return (
    <span key={moves} className={moves > 0 ? 'moved' : undefined}>
      {children}
    </span>
  )
}
