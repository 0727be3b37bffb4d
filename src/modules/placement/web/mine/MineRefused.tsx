import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { myPlacementMessages } from './messages-mine.ts'

/** Why not, and what to do. */
export function MineRefused({ code }: { code: 'not-the-sheet' | 'not-now' | 'no-such-line' | 'line-open' | undefined }) {
  const text = useText(myPlacementMessages)
  if (code === undefined) return null
  return (
    <p className="wrong" role="alert">
      <Icon name="warning" size={24} />
      <span>{text(`placement.mine.refusal.${code}`)}</span>
    </p>
  )
}
