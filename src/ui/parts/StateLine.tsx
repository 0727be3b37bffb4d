import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'
import '../styles/figures.css'

export interface StateStep {
  key: string
  name: string
  when?: ReactNode
  state: 'done' | 'now' | 'next'
}

/** Where a matter stands among its legal steps. */
export function StateLine({ steps, label }: { steps: readonly StateStep[]; label: string }) {
  const text = useText()
  return (
    <ol className="states" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>{step.name}</b>
          <span className="unseen">{text(`states.${step.state}`)} </span>
          {step.when}
        </li>
      ))}
    </ol>
  )
}
