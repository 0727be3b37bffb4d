import type { Action } from '../api/use-action.ts'
import { ErrorState } from './ErrorState.tsx'

/** Of several buttons side by side: which of them was not done, and another try of that one and no other. */
export function ActsFailed({ acts }: { acts: readonly Pick<Action<never, unknown, unknown>, 'problem' | 'again'>[] }) {
  const failed = acts.find(({ problem }) => problem)
  return failed?.problem ? <ErrorState problem={failed.problem} onRetry={failed.again} slim /> : null
}
