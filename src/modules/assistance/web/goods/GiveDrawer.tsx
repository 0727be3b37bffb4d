import { useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { giveGoods, type listGoods, type StockLine } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { goodsMessages } from './messages-goods.ts'

interface GiveProps {
  line: StockLine
  matters: z.output<typeof listGoods.output>['matters']
  onClose: () => void
}

/** Goods for one matter of hardship: how many. */
export function GiveDrawer({ line, matters, onClose }: GiveProps) {
  const text = useText(goodsMessages)
  const words = useAssistWords()
  const [matterId, setMatterId] = useState('')
  const [count, setCount] = useState('1')
  const form = useAction(giveGoods, { onDone: onClose })
  const { refusal } = form
  const save = () => void form.send({ donationId: line.donationId, goodName: line.goodName, count: Number(count), matterId })
  const sentence = () => {
    if (!refusal) return undefined
    if (refusal.code === 'too-many') return text('goods.refusal.too-many', { left: refusal.left })
    if (refusal.code === 'other-cause') return text('goods.refusal.other-cause', { cause: words.cause(refusal.cause) })
    return text(`goods.refusal.${refusal.code}`)
  }
  const options = matters.map((one) => [one.matterId as string, `${one.nameMasked ?? '—'} ${words.cause(one.cause)}`] as const)
  return (
    <ActionDrawer
      title={`${text('goods.give')} ${line.goodName}`}
      saveLabel={text('goods.give')}
      action={form}
      refused={sentence()}
      isTouched={matterId !== ''}
      promise={text('goods.promise')}
      blocked={matterId === '' || !/^[1-9]\d{0,6}$/.test(count) ? text('goods.incomplete') : undefined}
      onSave={save}
      onClose={onClose}
    >
      {matters.length === 0 && <p className="faint">{text('goods.matterNone')}</p>}
      <ChoiceField label={text('goods.matter')} value={matterId} onChange={setMatterId} options={[['', '—'] as const, ...options]} />
      <LineField label={text('goods.howMany')} value={count} onChange={setCount} />
    </ActionDrawer>
  )
}
