import { Alarm } from '../../../ui/parts/Alarm.tsx'

/** Why something was not done, and where there are several reasons, each. */
export function Refused({ sentence, reasons = [] }: { sentence: string | undefined; reasons?: readonly string[] }) {
  if (sentence === undefined) return null
  return (
    <Alarm title={sentence}>
      {reasons.length > 0 && (
        <ul className="benefit-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </Alarm>
  )
}
