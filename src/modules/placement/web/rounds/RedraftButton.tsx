import { Button } from 'antd'
import { useState } from 'react'
import type { Problem, ProblemError } from '../../../../ui/api/problem.ts'
import { see } from '../../../../ui/api/use-view.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type DraftAsIs, type RoundLine, seeDraft } from '../../contract.ts'
import { DirectiveDrawer } from '../computed/DirectiveDrawer.tsx'
import { TwoWayDrawer } from '../computed/TwoWayDrawer.tsx'
import { DraftDrawer } from './DraftDrawer.tsx'
import { roundMessages } from './messages-rounds.ts'

const DRAWERS = { 'two-way': TwoWayDrawer, directive: DirectiveDrawer } as const
const drawerOf = (way: string) => (way === 'two-way' || way === 'directive' ? DRAWERS[way] : DraftDrawer)

/** Opens the draft of a round to be changed: asked for anew each time, and then kept as it was opened while somebody types. */
export function RedraftButton({ line }: { line: RoundLine }) {
  const text = useText(roundMessages)
  const [given, setGiven] = useState<DraftAsIs>()
  const [problem, setProblem] = useState<Problem>()
  const open = () => {
    setProblem(undefined)
    see(seeDraft, { roundId: line.id }).then(setGiven, (error: ProblemError) => setProblem(error.problem))
  }
  const close = () => setGiven(undefined)
  const Drawer = drawerOf(line.way)
  return (
    <>
      <Button onClick={open}>{text('placement.redraft.open')}</Button>
      {problem && <ErrorState problem={problem} onRetry={open} slim />}
      {given && <Drawer place={line.unitCode} given={given} onClose={close} onDone={close} />}
    </>
  )
}
