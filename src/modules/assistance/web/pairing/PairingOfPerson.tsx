import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { type Need, NeedKind, recordNeed, seePairingOfPerson, Urgency } from '../../contract.ts'
import { MatchDrawer } from './MatchDrawer.tsx'
import { NeedActs } from './NeedTable.tsx'
import { PairingTable } from './PairingTable.tsx'
import { usePairingWords } from './use-pairing-words.ts'
import '../assist.css'

/** On the file of a person: what they need, who helps, what came of it. */
export function PairingOfPerson({ personId }: { personId: string }) {
  const { text } = usePairingWords()
  const query = useView(seePairingOfPerson, { personId })
  const [isRecording, setRecording] = useState(false)
  const [matched, setMatched] = useState<Need>()
  return (
    <div className="assist-part">
      <ViewState query={query}>
        {({ needs, pairings, can }) => (
          <>
            {can.write && (
              <Button size="small" onClick={() => setRecording(true)}>
                {text('pairing.recordNeed')}
              </Button>
            )}
            {needs.length === 0 ? (
              <EmptyState title={text('pairing.needsNone')} />
            ) : (
              <NeedList needs={needs} mayWrite={can.write} onMatch={setMatched} />
            )}
            {pairings.length > 0 && <PairingTable pairings={pairings} mayWrite={can.write} />}
          </>
        )}
      </ViewState>
      {isRecording && <NeedDrawer personId={personId} onClose={() => setRecording(false)} />}
      {matched && <MatchDrawer personId={personId} name={matched.nameMasked} onClose={() => setMatched(undefined)} />}
    </div>
  )
}

interface NeedListProps {
  needs: readonly Need[]
  mayWrite: boolean
  onMatch: (need: Need) => void
}

function NeedList({ needs, mayWrite, onMatch }: NeedListProps) {
  const words = usePairingWords()
  return (
    <ul className="assist-needs" aria-label={words.text('pairing.needs')}>
      {needs.map((need) => (
        <li key={need.id}>
          <span>
            {words.kind(need.kind)}
            <small className="faint">
              {need.closedFor === null
                ? `${words.urgency(need.urgency)} ${need.recordedOn}`
                : `${words.closed(need.closedFor)} ${need.closedOn}`}
            </small>
          </span>
          {mayWrite && need.closedOn === null && <NeedActs need={need} onMatch={() => onMatch(need)} />}
        </li>
      ))}
    </ul>
  )
}

/** One need more, by its kind alone. */
function NeedDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const words = usePairingWords()
  const { text } = words
  const [kind, setKind] = useState<NeedKind>('living')
  const [urgency, setUrgency] = useState<Urgency>('soon')
  const form = useAction(recordNeed, { onDone: onClose })
  const save = () => void form.send({ personId, kind, urgency })
  return (
    <ActionDrawer
      title={text('pairing.recordNeed')}
      saveLabel={text('pairing.save')}
      action={form}
      refused={words.refusal(form.refusal)}
      promise={text('pairing.promiseNeed')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('pairing.need')}
        value={kind}
        onChange={setKind}
        options={NeedKind.options.map((one) => [one, words.kind(one)] as const)}
      />
      <ChoiceField
        label={text('pairing.urgency')}
        value={urgency}
        onChange={setUrgency}
        options={Urgency.options.map((one) => [one, words.urgency(one)] as const)}
      />
    </ActionDrawer>
  )
}
