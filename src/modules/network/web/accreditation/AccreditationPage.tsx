import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { z } from 'zod'
import { dayInChina } from '../../../../kernel/china-time.ts'
import { UnitCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { seeAccreditation } from '../../contract.ts'
import type { StepKind } from '../../domain/accreditation/advance.ts'
import { CourseTag } from './CourseTag.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { type AccreditationKey, accreditationMessages } from './messages-accreditation.ts'
import { StepDrawer } from './StepDrawer.tsx'
import { useSchemeWords } from './scheme-words.ts'
import { schemeOf } from './schemes.ts'
import '../network.css'
import './accreditation.css'

type Seen = z.output<typeof seeAccreditation.output>

/** One course of accreditation: what the unit shows, what was decided and why, and what may be done next. */
export function AccreditationPage() {
  const params = useParams()
  const named = z.object({ unitCode: UnitCode, id: z.uuid() }).safeParse(params)
  return named.success ? <Course {...named.data} /> : <ErrorState problem={{ code: 'not-found' }} />
}

function Course(named: { unitCode: UnitCode; id: string }) {
  const query = useView(seeAccreditation, named, { live: ['unit.accredited'] })
  const [step, setStep] = useState<StepKind>()
  const [isUnsaved, setUnsaved] = useState(false)
  return (
    <ViewState query={query}>
      {(seen) => (
        <>
          <Content seen={seen} onStep={setStep} onUnsaved={setUnsaved} />
          {step && <StepDrawer course={seen.accreditation} kind={step} isUnsaved={isUnsaved} onClose={() => setStep(undefined)} />}
        </>
      )}
    </ViewState>
  )
}

interface ContentProps {
  seen: Seen
  onStep: (kind: StepKind) => void
  onUnsaved: (isUnsaved: boolean) => void
}

function Content({ seen: { accreditation, steps, can }, onStep, onUnsaved }: ContentProps) {
  const text = useText(accreditationMessages)
  const words = useSchemeWords()
  const scheme = schemeOf(accreditation.scheme)
  const { level, state, seat, publicUntil, mentorCode } = accreditation
  const buttons = (can.take as StepKind[]).filter((kind) => kind !== 'check')
  return (
    <>
      <PageHead
        crumb={<Link to={`/desk/network/accreditation?place=${accreditation.unitCode.slice(0, 12)}`}>{text('accreditation.back')}</Link>}
        title={text('accreditation.head', { unit: accreditation.unitName, scheme: words.name(accreditation.scheme) })}
        note={[
          ...(level > 0 ? [text('accreditation.stars', { count: level })] : []),
          ...(seat && state === 'reviewing' ? [`${text('accreditation.seat')} ${text(`accreditation.tier.${seat}`)}`] : []),
          ...(publicUntil && state === 'published' ? [text('accreditation.publicUntil', { until: publicUntil })] : []),
          ...(accreditation.expiresOn ? [`${text('accreditation.expiresOn')} ${accreditation.expiresOn}`] : []),
          ...(mentorCode ? [text('accreditation.mentorIs', { unit: mentorCode })] : []),
        ].join(' · ')}
        actions={<CourseTag course={accreditation} />}
      />
      <div className="unit-page">
        <Panel title={text('accreditation.steps')} foot={<Buttons kinds={buttons} onStep={onStep} />}>
          <div className="pad">
            <Timeline
              label={text('accreditation.steps')}
              items={steps
                .map((step, at) => ({
                  key: String(at),
                  when: dayInChina(step.takenAt),
                  title: text(`accreditation.step.${step.kind}` as AccreditationKey),
                  words: [step.placeName, step.reason].filter((word) => word !== '').join(' · '),
                }))
                .toReversed()}
            />
          </div>
        </Panel>
        {scheme && <EvidencePanel course={accreditation} scheme={scheme} mayWrite={can.take.includes('check')} onUnsaved={onUnsaved} />}
      </div>
    </>
  )
}

/** What leads on is filled; what takes back, refuses or revokes never is, though nothing else be left to do. */
const ONWARD: readonly StepKind[] = ['submit', 'pass', 'award']

function Buttons({ kinds, onStep }: { kinds: readonly StepKind[]; onStep: (kind: StepKind) => void }) {
  const text = useText(accreditationMessages)
  if (kinds.length === 0) return null
  return (
    <span className="row unit-acts">
      {kinds.map((kind, at) => (
        <Button key={kind} type={at === 0 && ONWARD.includes(kind) ? 'primary' : 'default'} onClick={() => onStep(kind)}>
          {text(`accreditation.step.${kind}`)}
        </Button>
      ))}
    </span>
  )
}
