import type { z } from 'zod'
import type { unit } from '../contract.ts'
import { AppointDrawer } from './AppointDrawer.tsx'
import { ChangeUnitDrawer } from './ChangeUnitDrawer.tsx'
import { EndPostDrawer } from './EndPostDrawer.tsx'
import { MoveUnitDrawer } from './MoveUnitDrawer.tsx'
import type { UnitStep } from './unit-step.ts'

interface UnitStepDrawerProps {
  step: UnitStep
  seen: z.infer<typeof unit.output>
  onClose: () => void
}

/** The drawer of one step. */
export function UnitStepDrawer({ step, seen, onClose }: UnitStepDrawerProps) {
  switch (step.kind) {
    case 'change':
      return <ChangeUnitDrawer unit={seen.unit} onClose={onClose} />
    case 'move':
      return <MoveUnitDrawer unit={seen.unit} become={seen.can.become} accounts={seen.accounts ?? 0} onClose={onClose} />
    case 'appoint':
      return <AppointDrawer unit={seen.unit} onClose={onClose} />
    case 'end':
      return <EndPostDrawer post={step.post} onClose={onClose} />
  }
}
