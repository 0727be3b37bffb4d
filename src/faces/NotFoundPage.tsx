import { EmptyState } from '../ui/parts/EmptyState.tsx'
import { useText } from '../ui/text/use-text.ts'

/** An address without a page. */
export function NotFoundPage() {
  const text = useText()
  return (
    <div className="alone">
      <EmptyState
        title={<b>{text('missing.title')}</b>}
        words={text('missing.words')}
        action={<a href="/">{text('missing.home')}</a>}
        isPage
      />
    </div>
  )
}
