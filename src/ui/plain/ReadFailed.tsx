import { Alarm } from '../parts/Alarm.tsx'
import { useText } from '../text/use-text.ts'

/** What a public page could not read, and a button that asks for it again. */
export function ReadFailed({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  const text = useText()
  return (
    <Alarm title={sentence}>
      <button type="button" className="plain-button" onClick={onRetry}>
        {text('problem.retry')}
      </button>
    </Alarm>
  )
}
