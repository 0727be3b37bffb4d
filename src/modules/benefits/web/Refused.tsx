import { Icon } from '../../../ui/parts/Icon.tsx'

/** Why something was not done, and where there are several reasons, each. */
export function Refused({ sentence, reasons = [] }: { sentence: string | undefined; reasons?: readonly string[] }) {
  if (sentence === undefined) return null
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <div>
        <p className="t">{sentence}</p>
        {reasons.length > 0 && (
          <ul className="benefit-reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
