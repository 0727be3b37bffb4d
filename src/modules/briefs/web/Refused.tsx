import { Icon } from '../../../ui/parts/Icon.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { briefMessages } from './messages.ts'

/** Why something was not done, in a sentence that says what to do. */
export function Refused({
  refusal,
}: {
  refusal: { readonly code: string; readonly numbers?: readonly string[]; readonly count?: number } | undefined
}) {
  const text = useText(briefMessages)
  if (refusal === undefined) return null
  const { code, numbers = [], count = 0 } = refusal
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <div>
        <p className="t">{text(`briefs.refusal.${code}` as 'briefs.refusal.own-hand', { numbers: numbers.join('、'), count })}</p>
      </div>
    </div>
  )
}
