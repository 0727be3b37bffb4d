import { Button } from 'antd'
import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, drawScore, listSchemes, type Scheme } from '../../contract.ts'
import { quantityOf } from '../points.ts'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

interface TypedClaim {
  readonly item: string
  readonly quantity: string
  readonly evidence: string
}

const EMPTY: TypedClaim = { item: '', quantity: '1', evidence: '' }

/** Items that may be claimed by whoever leaves on a day: all but service, which is counted. */
function useItems(candidate: Candidate): Scheme['items'] {
  const { unitCode } = useAccount()
  const query = useView(listSchemes, { place: unitCode })
  const { leavingOn } = candidate
  const found = (query.data?.schemes ?? [])
    .filter(
      ({ isInForce, scheme }) =>
        isInForce && scheme.leavingFrom <= leavingOn && (scheme.leavingTo === null || leavingOn <= scheme.leavingTo),
    )
    .toSorted((a, b) => b.scheme.leavingFrom.localeCompare(a.scheme.leavingFrom))[0]?.scheme
  return found ? found.items.filter(({ code }) => code !== found.service.first && code !== found.service.beyond) : []
}

/** The days of service and what else counts, each with the paper that shows it. */
export function ScoreDrawer({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText(candidateMessages)
  const [sheet] = candidate.sheets
  const items = useItems(candidate)
  const [enlistedOn, setEnlistedOn] = useState<string>(sheet?.enlistedOn ?? candidate.known?.enlistedOn ?? '')
  const [evidence, setEvidence] = useState(sheet?.lines[0]?.evidence ?? '')
  const [claims, setClaims] = useState<readonly TypedClaim[]>(
    (sheet?.lines ?? [])
      .filter(({ unit }) => unit !== 'halfYear')
      .map(({ item, quantity, evidence: shown }) => ({ item, quantity: String(quantity), evidence: shown })),
  )
  const { form, refused } = useStepForm(drawScore, onClose)
  const on = PlainDate.safeParse(enlistedOn)
  const read = claims.map((one) => ({ item: one.item, quantity: quantityOf(one.quantity) ?? 0, evidence: one.evidence.trim() }))
  const isWhole =
    on.success && evidence.trim().length > 1 && read.every((one) => one.item !== '' && one.quantity > 0 && one.evidence.length > 1)
  const save = () => {
    if (isWhole && on.success)
      void form.send({ candidateId: candidate.id, steps: candidate.steps, enlistedOn: on.data, evidence: evidence.trim(), claims: read })
  }
  return (
    <StepForm
      title={text('candidate.score')}
      saveLabel={text('candidate.scoreSave')}
      promise={text('candidate.scorePromise')}
      form={form}
      refused={refused}
      blocked={isWhole ? undefined : text('candidate.required')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('candidate.enlistedOn')} type="date" value={enlistedOn} onChange={setEnlistedOn} />
      <LineField label={text('candidate.enlistEvidence')} value={evidence} onChange={setEvidence} max={100} />
      <h3>{text('candidate.claims')}</h3>
      {claims.map((claim, at) => (
        <ClaimFields
          // biome-ignore lint/suspicious/noArrayIndexKey: what is being typed has no name yet
          key={at}
          claim={claim}
          items={items}
          onChange={(next) => setClaims(claims.map((one, other) => (other === at ? next : one)))}
          onRemove={() => setClaims(claims.filter((_, other) => other !== at))}
        />
      ))}
      <Button onClick={() => setClaims([...claims, EMPTY])}>{text('candidate.claimAdd')}</Button>
    </StepForm>
  )
}

interface ClaimFieldsProps {
  claim: TypedClaim
  items: Scheme['items']
  onChange: (claim: TypedClaim) => void
  onRemove: () => void
}

function ClaimFields({ claim, items, onChange, onRemove }: ClaimFieldsProps) {
  const text = useText(candidateMessages)
  return (
    <fieldset className="plain-fieldset claim">
      <ChoiceField
        label={text('candidate.claimItem')}
        value={claim.item}
        onChange={(item) => onChange({ ...claim, item })}
        options={[['', ''], ...items.map(({ code, zh }) => [code, zh] as const)]}
      />
      <LineField
        label={text('candidate.quantity')}
        value={claim.quantity}
        onChange={(quantity) => onChange({ ...claim, quantity })}
        isNumber
        max={5}
      />
      <LineField
        label={text('candidate.evidence')}
        value={claim.evidence}
        onChange={(evidence) => onChange({ ...claim, evidence })}
        max={100}
      />
      <Button size="small" onClick={onRemove}>
        {text('candidate.claimRemove')}
      </Button>
    </fieldset>
  )
}
