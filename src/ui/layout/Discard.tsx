import { Button } from 'antd'
import { useText } from '../text/use-text.ts'

/** Asked in the foot of a drawer before typed text is thrown away. */
export function Discard({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const text = useText()
  return (
    <div className="drawer-foot" role="alertdialog" aria-label={text('drawer.discard')}>
      <span className="amber">{text('drawer.discard')}</span>
      <Button onClick={onLeave}>{text('drawer.discardYes')}</Button>
      <Button autoFocus onClick={onStay}>
        {text('drawer.discardNo')}
      </Button>
    </div>
  )
}
