import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getComputed, getRound, type RoundLine, type Trial, tryRound } from '../../contract.ts'
import { Compared } from './Compared.tsx'
import { whatIfMessages } from './messages-what-if.ts'
import { TrialForm } from './TrialForm.tsx'
import './what-if.css'
import '../placement.css'

const MOST_TRIALS = 4
const FIRST: readonly Trial[] = [
  { way: 'points-ranked', posts: 'round' },
  { way: 'two-way', posts: 'round' },
  { way: 'directive', posts: 'round' },
]

/** Exams and direct trains go turn by turn as points do. */
const wayOf = ({ way }: RoundLine): Trial['way'] => (way === 'two-way' || way === 'directive' ? way : 'points-ranked')

/** Before a round by turns is committed to: other ways, tie rules and pools on the same people, in pictures. */
export function WhatIfPage() {
  const { roundId = '' } = useParams()
  const query = useView(getRound, { roundId })
  return <ViewState query={query}>{({ line }) => <Trials line={line} path={`/desk/rounds/${roundId}`} />}</ViewState>
}

/** The same for a round that is computed at once. */
export function WhatIfComputedPage() {
  const { roundId = '' } = useParams()
  const query = useView(getComputed, { roundId })
  return <ViewState query={query}>{({ line }) => <Trials line={line} path={`/desk/rounds/${roundId}/matching`} />}</ViewState>
}

function Trials({ line, path }: { line: RoundLine; path: string }) {
  const text = useText(whatIfMessages)
  const [trials, setTrials] = useState<readonly Trial[]>(() => FIRST.filter(({ way }) => way !== wayOf(line)))
  const form = useAction(tryRound, { invalidates: [] })
  const { refusal, problem } = form
  const run = () => void form.send({ roundId: line.id, trials: trials.map((one) => ({ ...one })) })
  return (
    <div className="placement-page">
      <PageHead
        crumb={<Link to={path}>{text('whatIf.back')}</Link>}
        title={`${text('whatIf.title')} · ${line.title}`}
        note={text('whatIf.note')}
      />
      <Panel title={text('whatIf.setting')}>
        <div className="panel-words what-if-trials">
          {trials.map((trial, at) => (
            <TrialForm
              // biome-ignore lint/suspicious/noArrayIndexKey: a trial is its place in the list
              key={at}
              number={at + 1}
              trial={trial}
              onChange={(changed) => setTrials(trials.map((one, which) => (which === at ? changed : one)))}
              onRemove={trials.length > 1 ? () => setTrials(trials.filter((_, which) => which !== at)) : undefined}
            />
          ))}
          <p>
            {trials.length < MOST_TRIALS && (
              <Button size="middle" onClick={() => setTrials([...trials, { way: 'points-ranked', posts: 'all' }])}>
                {text('whatIf.add')}
              </Button>
            )}{' '}
            <Button size="middle" type="primary" loading={form.sending} onClick={run}>
              {text('whatIf.run')}
            </Button>
          </p>
          {problem && <ErrorState problem={problem} slim />}
          <Refused
            sentence={refusal && text(`whatIf.refusal.${refusal.code}`, refusal.code === 'too-many' ? { most: refusal.most } : {})}
          />
        </div>
      </Panel>
      {form.value && <Compared trials={trials} compared={form.value} />}
    </div>
  )
}
