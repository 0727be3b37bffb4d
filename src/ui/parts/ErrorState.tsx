import type { Problem } from '../api/problem.ts'
import { problemSentence, readingSentence } from '../text/problem-sentence.ts'
import { useText } from '../text/use-text.ts'
import { Icon } from './Icon.tsx'

interface ErrorStateProps {
  problem: Problem
  onRetry?: (() => void) | undefined
  /** One line, for forms. */
  slim?: boolean
  /** Something was asked for, and nothing filled in. */
  isReading?: boolean
}

/** What went wrong and what to do, with the incident number where there is one. */
export function ErrorState({ problem, onRetry, slim, isReading = false }: ErrorStateProps) {
  const text = useText()
  const isOld = problem.code === 'unreadable'
  const canRetry = problem.code !== 'not-found' && problem.code !== 'not-permitted' && problem.code !== 'invalid-input'
  const act = isOld ? () => window.location.reload() : onRetry
  return (
    <div className="state-box error" data-slim={slim} role="alert">
      <Icon name="warning" size={slim ? 16 : 28} />
      <p className="t">
        {isReading ? readingSentence(problem, text) : problemSentence(problem, text)}
        {problem.code === 'fault' && problem.incident !== '' && (
          <span className="mono incident"> {text('problem.incident', { incident: problem.incident })}</span>
        )}
      </p>
      {canRetry && act && (
        <button type="button" className="plain-button" onClick={act}>
          {text(isOld ? 'problem.reload' : 'problem.retry')}
        </button>
      )}
    </div>
  )
}
