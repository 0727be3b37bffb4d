import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, getCandidate, type Objection } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { CheckFileDrawer } from './CheckFileDrawer.tsx'
import { ConfirmButton } from './ConfirmButton.tsx'
import { DecideDrawer } from './DecideDrawer.tsx'
import { DecisionPanel } from './DecisionPanel.tsx'
import { DescribeDrawer } from './DescribeDrawer.tsx'
import { DescribedPanel } from './DescribedPanel.tsx'
import { FilePanel } from './FilePanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { LeaveDrawer } from './LeaveDrawer.tsx'
import { candidateMessages } from './messages-candidate.ts'
import { ObjectDrawer } from './ObjectDrawer.tsx'
import { ObjectionsPanel } from './ObjectionsPanel.tsx'
import { ReportDrawer } from './ReportDrawer.tsx'
import { ScoreDrawer } from './ScoreDrawer.tsx'
import { SettleDrawer } from './SettleDrawer.tsx'
import { SheetPanel } from './SheetPanel.tsx'
import '../placement.css'

type Drawer = 'describe' | 'checkFile' | 'report' | 'decide' | 'score' | 'object' | 'leave'

/** One candidate on the way from the file to the rank. */
export function CandidatePage() {
  const { candidateId = '' } = useParams()
  const query = useView(getCandidate, { candidateId }, { live: ['placement.moved'] })
  return <ViewState query={query}>{(candidate) => <Seen key={candidate.id} candidate={candidate} />}</ViewState>
}

function Seen({ candidate }: { candidate: Candidate }) {
  const text = useText(candidateMessages)
  const words = usePlacementWords()
  const [drawer, setDrawer] = useState<Drawer>()
  const [settled, setSettled] = useState<Objection>()
  const { cohort, state, rank, isTied, number } = candidate
  const standing = rank === null ? '' : ` · ${text('candidate.rank', { rank })}${isTied ? `（${text('candidate.tied')}）` : ''}`
  return (
    <>
      <PageHead
        crumb={<Link to={`/desk/placement/cohorts/${cohort.id}`}>{`${cohort.unitName} ${words.cohort(cohort)}`}</Link>}
        title={`${text('candidate.number', { number })} ${candidate.name}`}
        note={`${words.text(`placement.state.${state}`)} · ${text('candidate.since', { day: candidate.sinceOn })}${standing}`}
        actions={<Actions candidate={candidate} onOpen={setDrawer} />}
      />
      <div className="placement-two">
        <div className="stack">
          <SheetPanel candidate={candidate} />
          <ObjectionsPanel candidate={candidate} onSettle={setSettled} />
          <DecisionPanel decision={candidate.decision} />
        </div>
        <div className="stack">
          <FilePanel candidate={candidate} />
          <DescribedPanel candidate={candidate} />
          <HistoryPanel candidate={candidate} />
        </div>
      </div>
      <OpenDrawer candidate={candidate} drawer={drawer} onClose={() => setDrawer(undefined)} />
      {settled && <SettleDrawer candidate={candidate} objection={settled} onClose={() => setSettled(undefined)} />}
    </>
  )
}

function OpenDrawer({ candidate, drawer, onClose }: { candidate: Candidate; drawer: Drawer | undefined; onClose: () => void }) {
  const props = { candidate, onClose }
  switch (drawer) {
    case 'describe':
      return <DescribeDrawer {...props} />
    case 'checkFile':
      return <CheckFileDrawer {...props} />
    case 'report':
      return <ReportDrawer {...props} />
    case 'decide':
      return <DecideDrawer {...props} />
    case 'score':
      return <ScoreDrawer {...props} />
    case 'object':
      return <ObjectDrawer {...props} />
    case 'leave':
      return <LeaveDrawer {...props} />
    default:
      return null
  }
}

const STEPS = ['describe', 'checkFile', 'report', 'decide', 'score', 'object'] as const

/** What can be done now; what comes next on the way is the loudest. */
function Actions({ candidate, onOpen }: { candidate: Candidate; onOpen: (drawer: Drawer) => void }) {
  const text = useText(candidateMessages)
  const { can } = candidate
  const open = STEPS.filter((step) => can[step])
  const next = open.findLast((step) => step !== 'object' && step !== 'describe')
  return (
    <>
      {can.exits.length > 0 && (
        <Button size="middle" onClick={() => onOpen('leave')}>
          {text('candidate.leave')}
        </Button>
      )}
      {can.confirm && <ConfirmButton candidate={candidate} />}
      {open.map((step) => (
        <Button key={step} size="middle" type={step === next ? 'primary' : 'default'} onClick={() => onOpen(step)}>
          {text(`candidate.${step}`)}
        </Button>
      ))}
    </>
  )
}
