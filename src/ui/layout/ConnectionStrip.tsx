import { type Connection, useConnection } from '../api/connection.ts'
import { Icon } from '../parts/Icon.tsx'
import { type Text, useText } from '../text/use-text.ts'

/** Whether what one entered has arrived. Words, shape and colour say the same. */
export function ConnectionStrip() {
  const text = useText()
  const connection = useConnection()
  const { tone, words } = stripWords(connection, text)
  return (
    <span className={`strip-line ${tone}`} role="status" title={words}>
      <Icon name={tone === 'green' || tone === 'soft' ? 'cloud' : 'cloudOff'} size={18} />
      <span className="cut">{words}</span>
    </span>
  )
}

function stripWords(
  { attention, waiting, lost, sending }: Connection,
  text: Text,
): { tone: 'red' | 'amber' | 'green' | 'soft'; words: string } {
  if (attention > 0) return { tone: 'amber', words: text('strip.attention', { count: attention }) }
  if (waiting > 0) return { tone: 'amber', words: text('strip.waiting', { count: waiting }) }
  if (lost) return { tone: 'red', words: text('strip.lost') }
  return sending > 0
    ? { tone: 'soft', words: text('strip.sending', { count: sending }) }
    : { tone: 'green', words: text('strip.delivered') }
}
