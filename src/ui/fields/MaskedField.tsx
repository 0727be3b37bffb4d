import { useText } from '../text/use-text.ts'

/** A value that is masked until somebody gave a reason: 990112********0017. */
export function MaskedField({ masked, full }: { masked: string; full?: string | undefined }) {
  const text = useText()
  if (full !== undefined) return <span className="num unmasked">{full}</span>
  return (
    <span className="num">
      <span aria-hidden="true">{masked}</span>
      <span className="unseen">{text('unmask.masked', { value: masked.replaceAll('*', '') })}</span>
    </span>
  )
}
