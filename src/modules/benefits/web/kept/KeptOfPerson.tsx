import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PersonId } from '../../../../kernel/id.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Kept, type KeptEvent, seeKept } from '../../contract.ts'
import { monthMessages } from '../months/messages-months.ts'
import { personMessages } from '../person/messages-person.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { WideTable } from '../WideTable.tsx'
import { keptMessages } from './messages-kept.ts'
import { RecordEventDrawer } from './RecordEventDrawer.tsx'
import { SetPayeeDrawer } from './SetPayeeDrawer.tsx'
import { TakeBackDrawer } from './TakeBackDrawer.tsx'

const TONES: Readonly<Record<Kept['state'], Tone>> = {
  applied: 'amber',
  approved: 'plain',
  active: 'green',
  suspended: 'red',
  resumed: 'green',
  ended: 'plain',
}

/** What somebody is paid for as it is kept, and what happened to them since. */
export function KeptOfPerson({ personId }: { personId: PersonId }) {
  const text = useText(keptMessages)
  const [isRecording, setRecording] = useState(false)
  const [isPaying, setPaying] = useState(false)
  const [mistaken, setMistaken] = useState<KeptEvent>()
  const query = useView(seeKept, { personId })
  return (
    <ViewState query={query}>
      {({ entitlements, events, waitingPayee, can }) =>
        entitlements.length === 0 ? (
          <p className="faint">{text('kept.none')}</p>
        ) : (
          <div>
            {entitlements.map((one) => (
              <KeptLine key={one.id} kept={one} />
            ))}
            {waitingPayee !== null && (
              <p className="benefit-total">
                <Tag tone="amber">{text('kept.payeeWaits')}</Tag>{' '}
                {text('kept.payee', { bank: waitingPayee.bank, account: waitingPayee.accountMasked })}{' '}
                <Link className="benefit-link" to="/desk/benefits/accounts">
                  {text('kept.payeePage')}
                </Link>
              </p>
            )}
            {events.length > 0 && <EventTable events={events} onTakeBack={can.record ? setMistaken : undefined} />}
            {can.record && (
              <div className="benefit-buttons">
                <Button onClick={() => setRecording(true)}>{text('kept.record')}</Button>
                <Button onClick={() => setPaying(true)}>{text('kept.setPayee')}</Button>
              </div>
            )}
            {mistaken && <TakeBackDrawer personId={personId} event={mistaken} onClose={() => setMistaken(undefined)} />}
            {isPaying && <SetPayeeDrawer personId={personId} onClose={() => setPaying(false)} />}
            {isRecording && <RecordEventDrawer personId={personId} onClose={() => setRecording(false)} />}
          </div>
        )
      }
    </ViewState>
  )
}

function KeptLine({ kept }: { kept: Kept }) {
  const text = useText(keptMessages)
  const months = useText(monthMessages)
  const due = useText(personMessages)
  const words = useBenefitWords()
  const { state, reason, paysFrom, payee } = kept
  return (
    <p className="benefit-total">
      <b>{words.held(kept)}</b> <Tag tone={TONES[state]}>{months(`state.${state}`)}</Tag> {reason !== null && due(`due.reason.${reason}`)}{' '}
      {kept.hasEndedInFile && state !== 'ended' && <Tag tone="red">{text('kept.endedInFile')}</Tag>}{' '}
      <span className="faint">
        {text('kept.from', { from: paysFrom })}
        {` · ${payee === null ? text('kept.noPayee') : text('kept.payee', { bank: payee.bank, account: payee.accountMasked })}`}
      </span>
    </p>
  )
}

interface EventTableProps {
  events: readonly KeptEvent[]
  onTakeBack: ((event: KeptEvent) => void) | undefined
}

function EventTable({ events, onTakeBack }: EventTableProps) {
  const text = useText(keptMessages)
  const due = useText(personMessages)
  const words = useBenefitWords()
  return (
    <WideTable label={text('kept.events')} titles={[text('kept.what'), text('kept.on'), text('kept.known'), text('kept.evidence')]}>
      {events.map((event) => (
        <tr key={event.id}>
          <th scope="row">
            {text(`kept.kind.${event.kind}`)} {event.reason !== null && due(`due.reason.${event.reason}`)}{' '}
            {event.grade !== null && words.grade(event.grade)} {event.isMistaken && <Tag>{text('kept.mistaken')}</Tag>}
            {onTakeBack && !event.isMistaken && event.kind !== 'takenBack' && (
              <button type="button" className="benefit-link" onClick={() => onTakeBack(event)}>
                {text('kept.takeBack')}
              </button>
            )}
          </th>
          <td className="number">{event.effectiveOn}</td>
          <td className="number">{event.knownOn}</td>
          <td className="benefit-why">{event.evidence}</td>
        </tr>
      ))}
    </WideTable>
  )
}
