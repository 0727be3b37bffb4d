import { dayInChina } from '../../../../kernel/china-time.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { HandOverState } from '../../contract.ts'
import { handOverMessages } from './messages-hand-over.ts'

/** How far the last hand-over of a unit has come. */
export function HandOverNews({ handOver, isEmpty }: { handOver: HandOverState; isEmpty: boolean }) {
  const text = useText(handOverMessages)
  const { status, toName: to, moved, files } = handOver
  if (status === 'done') {
    const on = dayInChina(handOver.finishedAt ?? handOver.askedAt)
    return (
      <p className="note" role="status">
        {text('handOver.done', { on, to, files })} {isEmpty && text('handOver.nothingLeft')}
      </p>
    )
  }
  return (
    <p className="note" data-tone="amber" role="status">
      {text(`handOver.${status}`, { to, moved, files })}
    </p>
  )
}
