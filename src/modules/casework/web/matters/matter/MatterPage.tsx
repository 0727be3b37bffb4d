import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../../ui/layout/Panel.tsx'
import { useAmended } from '../../../../../ui/outbox/amended.ts'
import { KeptNote } from '../../../../../ui/outbox/KeptNote.tsx'
import { useField } from '../../../../../ui/outbox/use-field.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { claimMatter, getMatter, type Matter } from '../../../contract.ts'
import { HandRefused } from '../hands/HandRefused.tsx'
import { HolderPanel } from '../hands/HolderPanel.tsx'
import { matterMessages } from '../messages.ts'
import { PapersPanel } from '../papers/PapersPanel.tsx'
import { StepButtons } from '../step/StepButtons.tsx'
import { StepDrawer, type Taking } from '../step/StepDrawer.tsx'
import { useWordsOf } from '../words-of.ts'
import { AnswersPanel } from './AnswersPanel.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { NoticesPanel } from './NoticesPanel.tsx'
import { StatePanel } from './StatePanel.tsx'
import '../matters.css'

/** One matter: where it stands and until when, what was said and done, who has it, and what the reader may do now. */
export function MatterPage() {
  const text = useText(matterMessages)
  const { matterId = '' } = useParams()
  const query = useView(getMatter, { matterId }, { live: ['matter.moved'] })
  const code = query.error?.problem.code
  if (code === 'not-found' || code === 'invalid-input')
    return (
      <EmptyState
        title={text('matters.matter.notFound')}
        words={text('matters.matter.notFoundWords')}
        action={<Link to="/desk/matters">{text('matters.matter.crumb')}</Link>}
      />
    )
  return (
    <ViewState query={query} lines={10}>
      {(matter) => <OpenMatter matter={matter} />}
    </ViewState>
  )
}

function OpenMatter({ matter }: { matter: Matter }) {
  const written = useAmended()?.body
  const [taking, setTaking] = useState<Taking | undefined>(() => {
    const step = written?.['matterId'] === matter.id ? matter.can.steps.find(({ code }) => code === written['step']) : undefined
    return step && { step, steps: matter.steps }
  })
  const isWaiting = useField().items.some(({ state, content }) => state === 'sealed' && content?.subjects.includes(matter.id))
  const begin = (code: string) => {
    const step = matter.can.steps.find((one) => one.code === code)
    if (step) setTaking({ step, steps: matter.steps })
  }
  return (
    <>
      <MatterHead matter={matter} onStep={isWaiting ? undefined : begin} />
      {isWaiting && <KeptNote />}
      {matter.personGone && (
        <p className="matter-note" role="note">
          <Icon name="warning" size={16} /> <PersonGone />
        </p>
      )}
      <Joined matter={matter} />
      <div className="matter-band panel">
        <StatePanel matter={matter} />
        <ClockPanel matter={matter} />
      </div>
      <div className="matter-two">
        <div className="stack">
          <AnswersPanel matter={matter} />
          <HistoryPanel matter={matter} />
        </div>
        <div className="stack">
          <HolderPanel matter={matter} />
          <PapersPanel matter={matter} />
          <NoticesPanel notices={matter.notices} />
        </div>
      </div>
      {taking && !isWaiting && <StepDrawer key={taking.step.code} matter={matter} taking={taking} onTake={setTaking} />}
    </>
  )
}

/** What became of a matter whose file was handed over or merged. */
function Joined({ matter: { handedTo, doubleOf, stays } }: { matter: Matter }) {
  const text = useText(matterMessages)
  return (
    <>
      {handedTo !== null && (
        <p className="matter-note" role="note">
          <Icon name="warning" size={16} /> {text('matters.desk.handedTo', { unit: handedTo })}
        </p>
      )}
      {stays.map(({ closedOn, handedTo: unit }) => (
        <p key={`${closedOn}${unit}`} className="matter-note" role="note">
          <Icon name="info" size={16} /> {text('matters.desk.cameBack', { day: closedOn, unit })}
        </p>
      ))}
      {doubleOf !== null && (
        <p className="matter-note" role="note">
          <Icon name="warning" size={16} /> {text('matters.desk.double')}{' '}
          <Link to={`/desk/matters/${doubleOf}`}>{text('matters.desk.other')}</Link>
        </p>
      )}
    </>
  )
}

const PersonGone = () => useText(matterMessages)('matters.matter.personGone')

function MatterHead({ matter, onStep }: { matter: Matter; onStep: ((code: string) => void) | undefined }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const claim = useAction(claimMatter)
  const name = matter.person?.nameMasked ?? text('matters.anyone')
  return (
    <PageHead
      crumb={
        <>
          <Link to="/desk/matters">{text('matters.matter.crumb')}</Link> · {wordsOf(matter.typeName)} · {matter.openedOn} ·{' '}
          {text('matters.matter.version', { version: matter.version })}
        </>
      }
      title={
        <>
          {matter.person ? <Link to={`/desk/people/${matter.person.id}`}>{name}</Link> : name} {wordsOf(matter.typeName)}
        </>
      }
      actions={
        <>
          {matter.can.claim && (
            <Button size="middle" loading={claim.sending} onClick={() => void claim.send({ matterId: matter.id })}>
              {text('matters.matter.claim')}
            </Button>
          )}
          {claim.refusal && <HandRefused refusal={claim.refusal} />}
          {onStep && <StepButtons matter={matter} onStep={onStep} />}
        </>
      }
    />
  )
}
