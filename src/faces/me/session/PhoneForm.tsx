import { useState } from 'react'
import { withoutSpaces } from '../../../kernel/half-width.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { DigitsField } from './DigitsField.tsx'
import { sessionMessages } from './messages-session.ts'
import { Refused } from './Refused.tsx'
import type { CodeState } from './use-phone-code.ts'

const bare = (typed: string) => withoutSpaces(typed).replaceAll('-', '')

/** The number to which a code is sent. */
export function PhoneForm({ state, onAsk }: { state: CodeState; onAsk: (phone: string) => void }) {
  const text = useText(sessionMessages)
  const [phone, setPhone] = useState('')
  const [isTried, setTried] = useState(false)
  const isPhone = /^1\d{10}$/.test(bare(phone))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isPhone) onAsk(bare(phone))
      }}
    >
      <DigitsField
        label={text('me.phone.label')}
        value={phone}
        onChange={setPhone}
        error={isTried && !isPhone ? text('me.phone.wrong') : undefined}
        autoComplete="tel-national"
        inputMode="tel"
        maxLength={16}
      />
      <Refused {...state} />
      <button type="submit" className="solid" aria-busy={state.sending} disabled={state.sending}>
        {text(state.sending ? 'me.phone.sending' : 'me.phone.send')}
      </button>
    </form>
  )
}
