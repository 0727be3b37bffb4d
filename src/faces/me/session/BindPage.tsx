import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { withoutSpaces } from '../../../kernel/half-width.ts'
import { type Problem, problemOf } from '../../../ui/api/problem.ts'
import { bindFile } from '../../../ui/personal/personal-calls.ts'
import type { PersonalRefusal } from '../../../ui/personal/personal-session.ts'
import { usePersonalChange } from '../../../ui/personal/use-personal.ts'
import { PageHeading } from '../../../ui/plain/PageHeading.tsx'
import { useStore } from '../../../ui/state/store.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { DigitsField } from './DigitsField.tsx'
import { chosenDemo } from './demo-person.ts'
import { sessionMessages } from './messages-session.ts'
import { Refused } from './Refused.tsx'

interface BindState {
  citizenId: string
  code: string
  isTried: boolean
  sending: boolean
  refusal?: PersonalRefusal | undefined
  problem?: Problem | undefined
}

/** The phone and the file become one: the id number, and the key that the station gives out against the id card. */
export function BindPage() {
  const text = useText(sessionMessages)
  const { state, change, save, isId, isCode } = useBind()
  const demo = useStore(chosenDemo)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <div className="narrow">
      <PageHeading title={text('me.bind.title')} />
      <p className="lead">{text('me.bind.words')}</p>
      <section className="sheet">
        <form noValidate onSubmit={submit}>
          <DigitsField
            label={text('me.bind.id')}
            value={state.citizenId}
            onChange={(citizenId) => change({ citizenId })}
            error={state.isTried && !isId ? text('me.bind.idWrong') : undefined}
            autoComplete="off"
            inputMode="text"
            maxLength={24}
          />
          <DigitsField
            label={text('me.bind.code')}
            value={state.code}
            onChange={(code) => change({ code })}
            error={state.isTried && !isCode ? text('me.bind.codeWrong') : undefined}
            autoComplete="off"
            maxLength={12}
          />
          <details className="more">
            <summary>{text('me.bind.what')}</summary>
            <p>{text('me.bind.whatWords')}</p>
            <p>{text('me.bind.agent')}</p>
          </details>
          <Refused refusal={state.refusal} problem={state.problem} />
          <button type="submit" className="solid" aria-busy={state.sending} disabled={state.sending}>
            {text(state.sending ? 'me.bind.saving' : 'me.bind.save')}
          </button>
          {demo?.citizenId !== undefined && demo.doorCode !== undefined && (
            <button type="button" className="ghost" onClick={() => change({ citizenId: demo.citizenId ?? '', code: demo.doorCode ?? '' })}>
              {text('me.bind.demo')}
            </button>
          )}
        </form>
      </section>
    </div>
  )
}

function useBind() {
  const navigate = useNavigate()
  const { becomes } = usePersonalChange()
  const [state, setState] = useState<BindState>({ citizenId: '', code: '', isTried: false, sending: false })
  const change = (part: Partial<BindState>) => setState((before) => ({ ...before, ...part }))
  const citizenId = withoutSpaces(state.citizenId).toUpperCase()
  const code = withoutSpaces(state.code).replaceAll('-', '')
  const [isId, isCode] = [/^\d{17}[\dX]$|^\d{15}$/.test(citizenId), /^\d{8}$/.test(code)]
  const save = async () => {
    change({ isTried: true, refusal: undefined, problem: undefined })
    if (!isId || !isCode || state.sending) return
    change({ sending: true })
    try {
      const answer = await bindFile(citizenId, code)
      if (!answer.ok) return change({ refusal: answer.refusal })
      becomes(answer.value)
      await navigate('/me', { replace: true })
    } catch (error) {
      change({ problem: problemOf(error) })
    } finally {
      change({ sending: false })
    }
  }
  return { state, change, save, isId, isCode }
}
