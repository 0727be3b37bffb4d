import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import type { Asking } from './asking.ts'
import { onceAPlace } from './once-a-place.ts'

/** Opens accounts, each at a station that is opened for the first of them. */
export function accountsOn({ remember }: Grounds, { done, next }: Asking): Pick<DeskMaker, 'account'> {
  const openStation = onceAPlace((unit) =>
    done('network.openUnit', { touches: unit }, { unitCode: unit, kind: 'station', name: `荣军站${unit}`, openedOn: '2020-01-01' }),
  )
  return {
    account: async (unit) => {
      await openStation(unit)
      const login = `made.${next()}`
      const asked = { login, name: '开出的账号', unitCode: unit, initialPassword: 'Silent-Meadow-42' }
      const { id = '' } = await done('account.open', { touches: unit }, asked)
      remember(id, { kind: 'account', unit })
      return { id, login }
    },
  }
}
