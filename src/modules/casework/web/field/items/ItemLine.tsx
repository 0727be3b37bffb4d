import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFieldParts } from '../../../../../ui/field-part.ts'
import type { BoxItem } from '../../../../../ui/outbox/outbox.ts'
import { Tag } from '../../../../../ui/parts/Tag.tsx'
import { useLanguage } from '../../../../../ui/text/language.ts'
import { minuteOf } from '../../../../../ui/text/minute-of.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { fieldPageMessages } from '../messages-field.ts'
import { whyMessages } from '../messages-why.ts'
import { actionWord, whySentence } from '../why-sentence.ts'
import { amendItem, canBeAmended } from './amend-item.ts'
import { canBeContested, exportItems, handOver, sendAgain } from './decide-item.ts'

const TONES = { sealed: 'amber', acked: 'green', needsHand: 'red', replaced: 'slate' } as const

/** One item: what it is, where it has got to, and what can be done about it. */
export function ItemLine({ item }: { item: BoxItem }) {
  const text = useText(fieldPageMessages)
  const sentences = useText(whyMessages)
  const [parts, language] = [useFieldParts(), useLanguage()]
  const go = useNavigate()
  const [isAmending, setAmending] = useState(false)
  const { content, state, why } = item
  const part = parts.find(({ action }) => action.name === content?.action)
  const amend = () => (part ? setAmending(true) : void amendItem(item, go))
  return (
    <li className="field-item" data-state={state}>
      <Tag tone={TONES[state]}>{text(`casework.field.state.${state}`)}</Tag>
      <span className="grow">
        {content ? (
          <>
            <b>{part?.action.label[language] ?? actionWord(content.action, text)}</b> {content.label}
            {content.photos.length > 0 && (
              <span className="soft"> · {text('casework.field.photos', { count: content.photos.length })}</span>
            )}
          </>
        ) : (
          text('casework.field.locked')
        )}
        {item.isExported && <span className="soft"> · {text('casework.field.exported')}</span>}
        {state === 'sealed' && <span className="field-hint">{text('casework.field.sealedWords')}</span>}
        {state === 'needsHand' && why && <span className="field-hint amber">{whySentence(why, sentences)}</span>}
      </span>
      <time className="faint" dateTime={item.capturedAt}>
        {minuteOf(item.capturedAt)}
      </time>
      {state === 'needsHand' && (
        <span className="field-acts">
          <Button onClick={() => void sendAgain(item)}>{text('casework.field.retry')}</Button>
          {canBeAmended(item, new Set(parts.map(({ action }) => action.name))) && (
            <Button onClick={amend}>{text('casework.field.amend')}</Button>
          )}
          {content && <Button onClick={() => void exportItems([item])}>{text('casework.field.export')}</Button>}
          {canBeContested(item) && <Button onClick={() => void handOver(item)}>{text('casework.field.contest')}</Button>}
        </span>
      )}
      {isAmending && part && content && (
        <Suspense>
          <part.element amended={{ replaces: item.id, body: content.body, photos: content.photos }} onClose={() => setAmending(false)} />
        </Suspense>
      )}
    </li>
  )
}
