import { Button } from 'antd'
import { Link } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { closeNeed, type Need, type Urgency } from '../../contract.ts'
import { usePairingWords } from './use-pairing-words.ts'

const TITLES = ['person', 'need', 'urgency', 'recorded', 'state', 'next'] as const
const TONES: Readonly<Record<Urgency, Tone>> = { now: 'red', soon: 'amber', ordinary: 'plain' }

interface NeedTableProps {
  needs: readonly Need[]
  mayWrite: boolean
  onMatch: (need: Need) => void
}

/** Open needs, what is wanted at once first, each with the way to a helper. */
export function NeedTable({ needs, mayWrite, onMatch }: NeedTableProps) {
  const words = usePairingWords()
  const { text } = words
  return (
    <WideTable label={text('pairing.needs')} titles={TITLES.map((title) => text(`pairing.${title}`))}>
      {needs.map((need) => (
        <tr key={need.id}>
          <th scope="row">{need.nameMasked === null ? '—' : <Link to={`/desk/people/${need.personId}`}>{need.nameMasked}</Link>}</th>
          <td>{words.kind(need.kind)}</td>
          <td>
            <Tag tone={TONES[need.urgency]}>{words.urgency(need.urgency)}</Tag>
          </td>
          <td>{need.recordedOn}</td>
          <td>{text(need.isPaired ? 'pairing.isPaired' : 'pairing.isOpen')}</td>
          <td>{mayWrite && <NeedActs need={need} onMatch={() => onMatch(need)} />}</td>
        </tr>
      ))}
    </WideTable>
  )
}

/** What can be done about an open need. */
export function NeedActs({ need, onMatch }: { need: Need; onMatch: () => void }) {
  const { text, refusal } = usePairingWords()
  const form = useAction(closeNeed)
  const close = () => void form.send({ needId: need.id, reason: 'gone' })
  return (
    <>
      <div className="assist-buttons">
        {!need.isPaired && (
          <Button size="small" onClick={onMatch}>
            {text('pairing.match')}
          </Button>
        )}
        <Button size="small" loading={form.sending} onClick={close}>
          {text('pairing.closedOf.gone')}
        </Button>
      </div>
      {form.problem && <ErrorState problem={form.problem} onRetry={close} slim />}
      <Refused sentence={refusal(form.refusal)} />
    </>
  )
}
