import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import { STATIONS } from '../places.ts'
import { accountsOn } from './accounts.ts'
import { askingOn } from './asking.ts'
import { advanceClaim } from './claims.ts'
import { foundRowsOn } from './found-rows.ts'
import { fundsOn } from './funds.ts'
import { monthsOn } from './months.ts'
import { passedDaysOn } from './passed-days.ts'
import { peopleOn } from './people.ts'
import { standingsOn } from './standings.ts'
import { storedFilesOn } from './stored-files.ts'

/** Joins the makers of all kinds of rows; they share one row of numbers, so nothing is made twice alike. */
export function makerOn(grounds: Grounds): DeskMaker {
  const { database, remember } = grounds
  const asking = askingOn(grounds)
  const people = peopleOn(grounds, asking)
  const accounts = accountsOn(grounds, asking)
  const funds = fundsOn(grounds, asking)
  const { done, doer, fresh, nobody } = asking
  return {
    stations: STATIONS,
    done,
    doer,
    fresh,
    nobody,
    remember: (id, unit) => remember(id, { kind: 'work', unit }),
    rememberOwn: (id, unit, personId) => remember(id, { kind: 'work', unit, person: personId }),
    claimOn: (claim) => advanceClaim(database.ownerPool, claim),
    ...people,
    ...accounts,
    ...standingsOn(grounds, asking, { ...people, ...accounts }),
    ...storedFilesOn(grounds, asking),
    ...foundRowsOn(grounds),
    ...passedDaysOn(grounds),
    ...funds,
    ...monthsOn(grounds, asking, { ...people, ...funds }),
  }
}
