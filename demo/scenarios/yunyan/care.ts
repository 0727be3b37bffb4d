import { addDays } from '../../../src/kernel/plain-date.ts'
import { day, monthsOf, spacedDays } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { AFTER, FROM, TO, YUNYAN } from './place.ts'

/** The six classes that are paid, how many each month and what each gets (yuan a month). */
const PAID = [
  ['disabled', 286, 3150],
  ['survivors', 64, 2980],
  ['demobilised', 3, 6400],
  ['illness', 121, 1890],
  ['rural60', 305, 860],
  ['combat', 92, 1120],
] as const

/** What eight in hardship applied for, in yuan. */
const APPLIED = [3000, 2000, 2500, 2500, 3000, 2000, 2500, 2500]

function writePayments({ work }: ScenarioGround): void {
  for (const month of [...monthsOf(FROM, TO), ...monthsOf(...AFTER)]) {
    for (const [type, people, yuan] of PAID) {
      const values = { class: type, people, amount: people * yuan * 100 }
      work({ kind: 'fundsPaid', unitCode: YUNYAN, on: addDays(month, 14), values })
    }
  }
}

function writeFund({ work }: ScenarioGround): void {
  work({ kind: 'fund', unitCode: YUNYAN, on: '2022-09-01', values: { type: 'care', raised: 'budget', size: 50_000_000 } })
  const days = spacedDays('2024-01-15', '2024-05-31', APPLIED.length)
  for (const [at, yuan] of APPLIED.entries()) {
    const on = days[at] ?? day(FROM)
    const about = { fund: 'district', people: 1, amount: yuan * 100 }
    work({ kind: 'aid', unitCode: YUNYAN, on, values: { ...about, stage: 'applied' } })
    // What was granted later is another record, and was not applied for twice.
    work({ kind: 'aid', unitCode: YUNYAN, on: addDays(on, 21), values: { ...about, stage: 'granted' } })
  }
  work({ kind: 'aid', unitCode: YUNYAN, on: '2024-08-05', values: { fund: 'district', stage: 'applied', people: 1, amount: 250_000 } })
}

/** The lawyer is there on Tuesdays and Thursdays, in each of the 26 weeks. */
function writeLawyer({ work }: ScenarioGround): void {
  for (let monday = day(FROM); monday <= TO; monday = addDays(monday, 7)) {
    for (const weekday of [1, 3]) {
      const on = addDays(monday, weekday)
      work({ kind: 'dutyDay', unitCode: YUNYAN, on, values: { days: 1, people: Number(on.slice(8)) % 4 } })
    }
  }
}

/** Payments, the fund of the district, and the lawyer. */
export function writeCare(ground: ScenarioGround): void {
  writePayments(ground)
  writeFund(ground)
  writeLawyer(ground)
}
