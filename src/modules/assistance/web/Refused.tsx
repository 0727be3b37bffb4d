import { Icon } from '../../../ui/parts/Icon.tsx'

/** Why something was not done. */
export function Refused({ sentence }: { sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <p className="t">{sentence}</p>
    </div>
  )
}
