import { Button, ConfigProvider } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { maskName } from '../../../../kernel/mask.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { useFirstFocus } from '../../../../ui/layout/use-first-focus.ts'
import { markReplaced, useAmended } from '../../../../ui/outbox/amended.ts'
import { KeptNote } from '../../../../ui/outbox/KeptNote.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { KeyHint } from '../../../../ui/parts/KeyHint.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { capturePerson } from '../../contract.ts'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { AskTransferDrawer } from '../transfers/AskTransferDrawer.tsx'
import { CaptureFields } from './CaptureFields.tsx'
import { type Capture, emptyCapture, keepCapture, keptCapture, readCapture } from './capture-draft.ts'
import '../registry.css'

/** 建档: one calm form. What was typed survives a reload and a lost session. */
export function CapturePage() {
  const account = useAccount()
  const empty = emptyCapture(account)
  const amended = useAmended()
  const [restored, setRestored] = useState(() =>
    amended ? readCapture(JSON.stringify(amended.body), empty) : keptCapture(account.id, empty),
  )
  const [round, setRound] = useState(0)
  const restart = () => {
    keepCapture(account.id, undefined)
    setRestored(undefined)
    setRound(round + 1)
  }
  const [isKept, setKept] = useState(false)
  const next = () => {
    setKept(true)
    restart()
  }
  const initial = restored ?? empty
  return <CaptureForm key={round} initial={initial} isRestored={restored !== undefined} isKept={isKept} onRestart={restart} onKept={next} />
}

interface CaptureFormProps {
  initial: Capture
  isRestored: boolean
  onRestart: () => void
  isKept: boolean
  onKept: () => void
}

/** The form of a new file. What is typed is kept until it is sent, or lies on this device to be sent. */
function useCapture(initial: Capture, onKept: () => void) {
  const account = useAccount()
  const go = useNavigate()
  const replaces = useAmended()?.replaces
  const form = useFileForm(capturePerson, {
    initial,
    onDone: ({ personId }) => {
      keepCapture(account.id, undefined)
      if (replaces !== undefined) void markReplaced(replaces, personId)
      void go(`/desk/people/${personId}`)
    },
    offline: ({ person }) => ({ subjects: [], label: maskName(person.name), replaces }),
    onKept: () => {
      keepCapture(account.id, undefined)
      onKept()
    },
  })
  const draft = { ...initial, ...form.values }
  useEffect(() => {
    if (form.isTouched) keepCapture(account.id, { ...initial, ...form.values })
  }, [account.id, form.isTouched, form.values, initial])
  useEffect(() => focusFirstFault(form.refusal), [form.refusal])
  const save = async () => {
    if (!(await form.submit())) focusFirstFault(true)
  }
  return { form, draft, save }
}

function CaptureForm({ initial, isRestored, onRestart, isKept, onKept }: CaptureFormProps) {
  const text = useText(registryMessages)
  const [asking, setAsking] = useState(false)
  const first = useFirstFocus()
  const { form, draft, save } = useCapture(initial, onKept)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  return (
    <>
      <form
        ref={first}
        className="capture"
        noValidate
        autoComplete="off"
        onKeyDown={press}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <PageHead title={text('registry.capture.title')} note={text('registry.capture.note')} />
        {isKept && !form.isTouched && <KeptNote />}
        {isRestored && (
          <p className="note" role="status">
            {text('registry.capture.draft')}{' '}
            <button type="button" className="link" onClick={onRestart}>
              {text('registry.capture.drop')}
            </button>
          </p>
        )}
        <ConfigProvider componentSize="middle">
          <CaptureFields draft={draft} set={form.set} errorAt={form.errorAt} />
        </ConfigProvider>
        <CaptureFoot form={form} onRetry={() => void save()} onAsk={() => setAsking(true)} />
      </form>
      {asking && <AskTransferDrawer unitCode={draft.unitCode} citizenId={draft.person.citizenId} onClose={() => setAsking(false)} />}
    </>
  )
}

interface CaptureFootProps {
  form: Pick<ReturnType<typeof useCapture>['form'], 'problem' | 'refusal' | 'sending'>
  onRetry: () => void
  /** Asks for a file that another county has. */
  onAsk: () => void
}

/** What stood in the way, and the button. */
function CaptureFoot({ form, onRetry, onAsk }: CaptureFootProps) {
  const text = useText(registryMessages)
  const ask = <Button onClick={onAsk}>{text('registry.capture.ask')}</Button>
  return (
    <div className="capture-foot">
      {form.problem && <ErrorState problem={form.problem} onRetry={onRetry} slim />}
      {form.refusal && <RefusalNote refusal={form.refusal} action={form.refusal.code === 'registered-elsewhere' ? ask : undefined} />}
      <div className="row capture-act">
        <span className="faint grow">{text('registry.capture.promise')}</span>
        <Button type="primary" size="large" htmlType="submit" loading={form.sending} aria-keyshortcuts="Control+Enter">
          {text('registry.capture.save')} <KeyHint keys="Ctrl ↵" on="fill" />
        </Button>
      </div>
    </div>
  )
}

/** After a refusal the cursor stands where something must be corrected. */
function focusFirstFault(isRefused: unknown): void {
  if (!isRefused) return
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.capture [aria-invalid="true"]')?.focus())
}
