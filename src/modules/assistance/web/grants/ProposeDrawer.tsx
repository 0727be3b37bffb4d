import { useState } from 'react'
import type { z } from 'zod'
import { formatFen } from '../../../../kernel/fen.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Fund, type Means, proposeGrant, type ReadyMatter } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { fenOf } from '../yuan-field.ts'
import { grantMessages } from './messages-grants.ts'

interface ProposeProps {
  matter: ReadyMatter
  funds: readonly Fund[]
  onClose: () => void
}

const NO_MEANS = { members: '', wage: '', pension: '', line: '', lineSource: '' }
type MeansDraft = typeof NO_MEANS

function meansOf({ members, wage, pension, line, lineSource }: MeansDraft): Means | undefined {
  const lineFen = fenOf(line)
  if (!/^[1-9]\d?$/.test(members) || lineFen === undefined || lineSource.trim().length < 2) return undefined
  const incomes = [
    ['wage', wage],
    ['pension', pension],
  ] as const
  const typed = incomes.filter(([, yuan]) => !/^\s*0*(\.0*)?\s*$/.test(yuan)).map(([kind, yuan]) => ({ kind, amountFen: fenOf(yuan) }))
  const read = typed.flatMap(({ kind, amountFen }) => (amountFen === undefined ? [] : [{ kind, amountFen }]))
  return read.length === typed.length ? { members: Number(members), incomes: read, lineFen, lineSource } : undefined
}

/** Money of a fund for one matter: how much, by what means test, and why more where it has some already. */
export function ProposeDrawer({ matter, funds, onClose }: ProposeProps) {
  const text = useText(grantMessages)
  const [fundId, setFundId] = useState(funds[0]?.id ?? '')
  const [yuan, setYuan] = useState(matter.leftFen === null ? '' : formatFen(BigInt(matter.leftFen)))
  const [means, setMeans] = useState(NO_MEANS)
  const [reason, setReason] = useState('')
  const form = useAction(proposeGrant, { onDone: onClose })
  const sentence = useProposeSentence(form.refusal)
  const [amountFen, given] = [fenOf(yuan), meansOf(means)]
  const needsMeans = matter.way === 'decided'
  const isFilled = amountFen !== undefined && (given !== undefined || !needsMeans) && (!matter.isTopUp || reason.trim().length >= 4)
  const save = () => {
    const topUpReason = matter.isTopUp ? reason : null
    if (amountFen !== undefined) void form.send({ matterId: matter.matterId, fundId, amountFen, means: given ?? null, topUpReason })
  }
  return (
    <ActionDrawer
      title={text('assist.grant.propose')}
      saveLabel={text('assist.grant.save')}
      action={form}
      refused={sentence}
      isTouched={means !== NO_MEANS || reason !== ''}
      promise={text('assist.grant.promise')}
      blocked={isFilled ? undefined : text('assist.grant.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('assist.grant.fund')}
        value={fundId}
        onChange={setFundId}
        options={funds.map(({ id, name }) => [id, name] as const)}
      />
      <LineField label={text('assist.grant.yuan')} value={yuan} onChange={setYuan} />
      {matter.isTopUp && (
        <LineField label={text('assist.grant.topUpReason')} hint={text('assist.grant.topUpHint')} value={reason} onChange={setReason} />
      )}
      {needsMeans ? <MeansFields means={means} onChange={setMeans} /> : <p className="faint">{text('assist.grant.meansLater')}</p>}
    </ActionDrawer>
  )
}

function MeansFields({ means, onChange }: { means: MeansDraft; onChange: (means: MeansDraft) => void }) {
  const text = useText(grantMessages)
  return (
    <>
      <p className="faint">{text('assist.grant.meansHint')}</p>
      {(['members', 'wage', 'pension', 'line', 'lineSource'] as const).map((key) => (
        <LineField
          key={key}
          label={text(`assist.grant.${key}`)}
          value={means[key]}
          onChange={(value) => onChange({ ...means, [key]: value })}
        />
      ))}
    </>
  )
}

function useProposeSentence(refusal: z.output<typeof proposeGrant.refusal> | undefined): string | undefined {
  const text = useText(grantMessages)
  const { yuan } = useAssistWords()
  if (!refusal) return undefined
  switch (refusal.code) {
    case 'income-above':
      return text('assist.grant.refusal.income-above', { perHead: yuan(refusal.perHeadFen), line: yuan(refusal.lineFen) })
    case 'over-decided':
      return text('assist.grant.refusal.over-decided', { left: yuan(refusal.leftFen) })
    case 'need-met':
      return text('assist.grant.refusal.need-met', { fund: refusal.fundName, amount: yuan(refusal.amountFen) })
    default:
      return text(`assist.grant.refusal.${refusal.code}`)
  }
}
