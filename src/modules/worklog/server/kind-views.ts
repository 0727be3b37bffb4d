import { isWithin, rangeOf, TIERS, tierOf } from '../../../kernel/region-code.ts'
import { view } from '../../../platform/actions/declare.ts'
import { pinyinDictionary } from '../../../platform/text/pinyin-dictionary.ts'
import { type KindOnDesk, listWorkKinds as ListWorkKinds } from '../contract.ts'
import { listOwnKinds } from './kind-rows.ts'
import { houseKinds } from './shipped-kinds.ts'

/** The first letters of a name in pinyin, as they are typed: 专场招聘会 is found by `zczph`, and no quotation mark is in between. */
const initialsOf = (zh: string): string =>
  pinyinDictionary()
    .pinyin(zh, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

let ofHouse: readonly KindOnDesk[] | undefined

/** The kinds of the house, spelt once: when somebody first looks at them. */
function listHouseKinds(): readonly KindOnDesk[] {
  ofHouse ??= houseKinds.map((kind) => ({
    ...kind,
    initials: initialsOf(kind.zh),
    ownOf: null,
    retired: false,
    can: { retire: false },
  }))
  return ofHouse
}

/** An office may make kinds from the county upward: below, one range is too small to be counted by. */
export const mayDefineAt = (unitCode: Parameters<typeof tierOf>[0]): boolean => TIERS.indexOf(tierOf(unitCode)) <= TIERS.indexOf('county')

export const listWorkKinds = view(ListWorkKinds, {
  grant: 'work.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place }) {
    const mayDefine = actor.grants.has('work.define') && mayDefineAt(actor.unitCode)
    const own = (await listOwnKinds(tx, place)).map(({ kind, ownOf, retired }) => ({
      ...kind,
      initials: initialsOf(kind.zh),
      ownOf,
      retired,
      can: { retire: mayDefine && !retired && isWithin(ownOf, rangeOf(actor.unitCode)) },
    }))
    return { kinds: [...listHouseKinds(), ...own], can: { record: actor.grants.has('work.write'), define: mayDefine } }
  },
})
