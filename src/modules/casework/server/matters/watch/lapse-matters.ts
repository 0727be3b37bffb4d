import type { UnitCode } from '../../../../../kernel/region-code.ts'
import type { Fact } from '../../../../../platform/actions/context.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import type { Tx } from '../../../../../platform/database/tx.ts'
import { CLOCK } from '../../../../../platform/journal/clock-account.ts'
import { nextLapse, type TakenStep } from '../../../domain/matters/matter-state.ts'
import { isOverdue } from '../../../domain/matters/running-clock.ts'
import { lockMatter } from '../matter-rows.ts'
import { takeIn } from '../steps/take-step.ts'
import { type Hourly, signByClock, WHOLE } from './by-the-clock.ts'

const AT_ONCE = 500

/**
 * Takes the steps that a day brings about: what could be asked for until yesterday can no longer be. Each in a transaction
 * of its own with its leaf and facts; several processes may, and a kill in between costs nothing. Returns how many.
 */
export async function lapseMatters(ground: Hourly): Promise<number> {
  const { rows } = await withScope(ground.pool, WHOLE, 'read', (tx) =>
    tx.query<{ id: string; unit_code: UnitCode }>(
      `select id, unit_code from casework.matters where lapse_after < 'infinity' and lapse_after < $1 order by lapse_after limit ${AT_ONCE}`,
      [ground.clock.today()],
    ),
  )
  let lapsed = 0
  for (const row of rows) if (await withScope(ground.pool, WHOLE, 'write', (tx) => lapse(ground, tx, row))) lapsed += 1
  return lapsed
}

async function lapse({ clock, secrets }: Hourly, tx: Tx, row: { id: string; unit_code: UnitCode }): Promise<boolean> {
  const matter = await lockMatter({ tx, secrets }, { id: row.id, unitCode: row.unit_code })
  const due = nextLapse(matter.rules, matter.state)
  const today = clock.today()
  if (!due || !isOverdue(due.clock, today)) return false
  const facts: Fact[] = []
  const context = {
    tx,
    secrets,
    now: clock.now(),
    today,
    actor: { accountId: CLOCK, name: '到期自动', unitCode: row.unit_code },
    fact: (fact: Fact) => {
      facts.push(fact)
    },
    subject: () => undefined,
  }
  const taken: TakenStep = { step: due.step, seat: 'clock', by: CLOCK, on: today }
  const after = await takeIn(context, matter, { taken, channel: undefined })
  if (!after.ok) throw new Error(`the clock cannot take ${due.step}: ${after.refusal.code}`)
  const detail = { matter: row.id, step: due.step, number: after.value.steps }
  await signByClock(tx, context.now, { name: 'matter.lapse', unitCode: row.unit_code, facts, detail })
  return true
}
