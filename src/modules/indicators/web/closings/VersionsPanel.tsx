import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Closing, SeenClosing } from '../../contract.ts'
import { instantText } from '../figure-words.ts'
import { closingMessages } from './messages-closings.ts'
import { StateTag } from './StateTag.tsx'

/** Every version of the month, the newest first: none is ever changed or lost. */
export function VersionsPanel({ seen }: { seen: SeenClosing }) {
  const text = useText(closingMessages)
  if (seen.versions.length === 0) return null
  return (
    <Panel title={text('closings.versions')} count={seen.versions.length}>
      <ol className="closing-below" reversed>
        {seen.versions.toReversed().map((one) => (
          <Version key={one.version} one={one} />
        ))}
      </ol>
    </Panel>
  )
}

function Version({ one }: { one: Closing }) {
  const text = useText(closingMessages)
  const language = useLanguage()
  const places = one.missing.map(({ name }) => name).join('、')
  return (
    <li>
      <div className="closing-line">
        <b>{text('closings.version', { version: one.version })}</b>
        <StateTag closing={one} />
        <span className="faint">{instantText(one.confirmedAt, language)}</span>
      </div>
      {one.why !== null && <p>{text('closings.correctedFor', { why: one.why })}</p>}
      {one.returnedWhy !== null && <p>{text('closings.returnedFor', { why: one.returnedWhy })}</p>}
      {one.missingWhy !== null && <p>{text('closings.missingFor', { places, why: one.missingWhy })}</p>}
    </li>
  )
}
