import { useState } from 'react'
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { beginPairing, type HelperMatch, matchHelpers } from '../../contract.ts'
import { usePairingWords } from './use-pairing-words.ts'

interface MatchProps {
  personId: string
  name: string | null
  onClose: () => void
}

/** Helpers for one person, ranked, each with the reasons; one of them is chosen, and the agreement begins. */
export function MatchDrawer({ personId, name, onClose }: MatchProps) {
  const words = usePairingWords()
  const { text } = words
  const today = useToday()
  const query = useView(matchHelpers, { personId })
  const [chosen, setChosen] = useState<HelperMatch>()
  const [days, setDays] = useState({ beganOn: today as string, untilOn: addDays(today, 365) as string })
  const form = useAction(beginPairing, { onDone: onClose })
  const isFilled = chosen !== undefined && days.beganOn !== '' && days.untilOn !== ''
  const save = () => {
    const agreed = { beganOn: days.beganOn as PlainDate, untilOn: days.untilOn as PlainDate }
    if (chosen) void form.send({ personId, helperId: chosen.helper.id, kinds: chosen.meets, ...agreed })
  }
  return (
    <ActionDrawer
      title={`${text('pairing.match')} ${name ?? ''}`}
      saveLabel={text('pairing.begin')}
      action={form}
      refused={words.refusal(form.refusal)}
      isTouched={chosen !== undefined}
      promise={text('pairing.promiseBegin')}
      blocked={isFilled ? undefined : text('pairing.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <ViewState query={query}>
        {({ matches }) =>
          matches.length === 0 ? (
            <EmptyState title={text('pairing.matchNone')} />
          ) : (
            <FieldGroup label={text('pairing.helper')}>
              <Matches matches={matches} chosen={chosen} onChoose={setChosen} />
              <p className="faint">{text('pairing.rankedBy')}</p>
            </FieldGroup>
          )
        }
      </ViewState>
      <LineField
        label={text('pairing.beganOn')}
        type="date"
        value={days.beganOn}
        onChange={(value) => setDays({ ...days, beganOn: value })}
      />
      <LineField
        label={text('pairing.untilOn')}
        type="date"
        value={days.untilOn}
        onChange={(value) => setDays({ ...days, untilOn: value })}
      />
    </ActionDrawer>
  )
}

interface MatchesProps {
  matches: readonly HelperMatch[]
  chosen: HelperMatch | undefined
  onChoose: (match: HelperMatch) => void
}

function Matches({ matches, chosen, onChoose }: MatchesProps) {
  const words = usePairingWords()
  return (
    <div className="assist-choices">
      {matches.map((match) => (
        <label key={match.helper.id}>
          <input
            type="radio"
            name="helper"
            checked={chosen?.helper.id === match.helper.id}
            onChange={() => onChoose(match)}
            aria-describedby={`why-${match.helper.id}`}
          />
          <span>
            {`${match.helper.nameMasked} · ${words.helper(match.helper.kind)}`}
            <small className="faint" id={`why-${match.helper.id}`}>
              {words.why(match)}
            </small>
          </span>
        </label>
      ))}
    </div>
  )
}
