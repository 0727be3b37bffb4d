import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { giveDoorCode } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { RefusalNote } from '../RefusalNote.tsx'

interface GiveCodeProps {
  personId: string
  authorityId?: string
  isAgain: boolean
}

/** Makes a code and shows it, large, once: it is read out across the counter. */
export function GiveCode({ personId, authorityId, isAgain }: GiveCodeProps) {
  const text = useText(registryMessages)
  const give = useAction(giveDoorCode, { invalidates: ['person.doors'] })
  const asked = { personId, ...(authorityId === undefined ? {} : { authorityId }) }
  return (
    <div>
      <Button loading={give.sending} onClick={() => void give.send(asked)}>
        {text(isAgain ? 'registry.doors.giveAgain' : 'registry.doors.give')}
      </Button>
      <div aria-live="polite">
        {give.value && (
          <div className="door-code">
            <span className="faint">{text('registry.doors.code')}</span>
            <output className="num">{give.value.code}</output>
            <p>{text('registry.doors.codeWords', { on: give.value.endsOn })}</p>
          </div>
        )}
        {give.refusal && <RefusalNote refusal={give.refusal} />}
        {give.problem && <ErrorState problem={give.problem} slim />}
      </div>
    </div>
  )
}
