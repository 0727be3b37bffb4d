import { useText } from '../text/use-text.ts'

const widths = [62, 88, 74, 80, 56, 68]

/** Grey lines where the content will stand. They appear late, so that a quick answer does not flicker. */
export function LoadingState({ lines = 4 }: { lines?: number }) {
  const text = useText()
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{text('state.loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <i key={at} style={{ width: `${widths[at % widths.length]}%` }} />
      ))}
    </div>
  )
}
