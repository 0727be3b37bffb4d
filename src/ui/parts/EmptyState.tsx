import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: ReactNode
  words?: ReactNode
  action?: ReactNode
  /** It is all that the page has: its title is the heading. */
  isPage?: boolean
}

/** Nothing there: says why in words, and what one can do. */
export function EmptyState({ title, words, action, isPage = false }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="state-box">
      <svg viewBox="0 0 64 40" width="64" height="40" aria-hidden="true">
        <path d="M6 22l10-16h32l10 16v14H6zM6 22h16l3 6h14l3-6h16" />
      </svg>
      <Title className="t">{title}</Title>
      {words !== undefined && <p className="soft">{words}</p>}
      {action !== undefined && <div className="act">{action}</div>}
    </div>
  )
}
