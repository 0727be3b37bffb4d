import { maskAddress, maskBankCard, maskCitizenId, maskName, maskPhone } from '../../../../kernel/mask.ts'
import type { FileField, FileState, KinState, ServiceState } from '../../domain/file-state.ts'

const MASKS: Partial<Record<FileField, (value: string) => string>> = {
  name: maskName,
  citizenId: maskCitizenId,
  phone: maskPhone,
  address: maskAddress,
  bankCard: maskBankCard,
}

interface Sides {
  readonly before: FileState | undefined
  readonly after: FileState | undefined
}

interface ShownChange {
  readonly field: FileField
  readonly before: string | null
  readonly after: string | null
}

/** A changed field as it was and as it became, in words that may be shown: masked, codes as they are; of a list only what differs. */
export function shownChange(field: FileField, { before, after }: Sides): ShownChange {
  if (field !== 'service' && field !== 'kin') return { field, before: shownField(before, field), after: shownField(after, field) }
  const [was, is] = [entriesOf(before, field), entriesOf(after, field)]
  const only = (these: readonly string[], those: readonly string[]) => these.filter((one) => !those.includes(one)).join('; ') || null
  return { field, before: only(was, is), after: only(is, was) }
}

function shownField(state: FileState | undefined, field: Exclude<FileField, 'service' | 'kin'>): string | null {
  if (!state || field === 'unit') return null
  if (field === 'identities') return state.identities.map((one) => `${one.classCode} ${one.status}`).join(', ') || null
  const value = state.person[field]
  return value === null ? null : (MASKS[field]?.(value) ?? value)
}

/** The entries of a list, each in parts with spaces between; a part `kin:son` is a code of that list of words. */
const entriesOf = (state: FileState | undefined, field: 'service' | 'kin'): string[] =>
  state === undefined ? [] : field === 'service' ? state.service.map(spellParts) : state.kin.map(kinParts)

const coded = (list: string, code: string | null): string[] => (code === null ? [] : [`${list}:${code}`])

function spellParts({ enlistedOn, dischargedOn, rankGroup, branch, placementWay, honours, combat, nuclearTest }: ServiceState): string {
  return [
    `${enlistedOn ?? ''}–${dischargedOn ?? ''}`,
    ...coded('rank', rankGroup),
    ...coded('branch', branch),
    ...coded('placement', placementWay),
    ...honours.map(({ kind, year }) => `honour:${kind}${year === null ? '' : `/${year}`}`),
    ...(combat ? ['file:combat'] : []),
    ...(nuclearTest ? ['file:nuclearTest'] : []),
  ].join(' ')
}

function kinParts({ relation, name, phone, isContact }: KinState): string {
  return [`kin:${relation}`, maskName(name), ...(phone === null ? [] : [maskPhone(phone)]), ...(isContact ? ['file:contact'] : [])].join(
    ' ',
  )
}
