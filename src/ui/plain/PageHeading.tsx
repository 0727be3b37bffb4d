import { type ReactNode, useEffect, useRef } from 'react'
import { useNavigationType } from 'react-router'

/** Has a page been shown since this one was loaded? The first keeps the focus where the browser puts it. */
let hasShown = false

/**
 * The heading of a page of /me. A change of page moves the focus here, so that a screen reader begins with it and the next
 * Tab goes on from the top; the window is named after it. `place` tells pages of one component apart: questions, steps.
 */
export function PageHeading({ title, place, children }: { title: string; place?: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isBack = useNavigationType() === 'POP'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another page
  useEffect(() => {
    if (hasShown) heading.current?.focus({ preventScroll: true })
    // Coming back, one is where one was.
    if (hasShown && !isBack) window.scrollTo(0, 0)
    hasShown = true
  }, [place])
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
