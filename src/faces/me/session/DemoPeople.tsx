import { Icon } from '../../../ui/parts/Icon.tsx'
import type { DemoPerson } from '../../../ui/personal/personal-session.ts'
import { usePersonalChange } from '../../../ui/personal/use-personal.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { chosenDemo } from './demo-person.ts'
import { sessionMessages } from './messages-session.ts'
import { Refused } from './Refused.tsx'
import { usePhoneCode } from './use-phone-code.ts'

/** The made-up people of the demo region; one press asks for the code, reads it and signs in. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const text = useText(sessionMessages)
  const { becomes } = usePersonalChange()
  const { state, ask, enter } = usePhoneCode(becomes)
  const enterAs = async (person: DemoPerson) => {
    chosenDemo.set(person)
    const asked = await ask(person.phone)
    if (asked?.demoCode !== undefined) await enter(person.phone, asked.demoCode)
  }
  return (
    <section className="sheet demo-people" aria-label={text('me.demo.title')}>
      <h2>
        {text('me.demo.title')} <small>{text('me.demo.note')}</small>
      </h2>
      <Refused {...state} />
      <ul>
        {people.map((person) => (
          <li key={person.phone}>
            <button type="button" disabled={state.sending} onClick={() => void enterAs(person)}>
              <span>{person.words}</span>
              <Icon name="right" size={24} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
