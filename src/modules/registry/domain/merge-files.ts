import { type FileState, isOpenIdentity, type PersonState } from './file-state.ts'

/** What stays empty in the kept file is filled from the other one. */
const FILLABLE = [
  'phone',
  'address',
  'bankCard',
  'residenceRegion',
  'politicalStatus',
  'maritalStatus',
  'education',
  'employment',
  'living',
  'deceasedOn',
] as const satisfies readonly (keyof PersonState)[]

/**
 * Two files of one citizen made one. `take` names the fields whose value comes from the file that goes. Parts of both are
 * kept, but not what both have: an identity of the same class, a spell with the same days, kin of the same name and relation.
 *
 * @returns the kept file, and the closed one with the parts that did not go over
 */
export function mergeFiles(
  kept: FileState,
  gone: FileState,
  how: { keptId: string; take: readonly (keyof PersonState)[] },
): { kept: FileState; gone: FileState } {
  const fromGone = [...how.take, ...FILLABLE.filter((field) => kept.person[field] === null)]
  const taken: Partial<PersonState> = Object.fromEntries(fromGone.map((field) => [field, gone.person[field]]))
  const number = how.take.includes('citizenId') ? { sex: gone.person.sex, bornOn: gone.person.bornOn } : {}
  const status = kept.person.status === 'deceased' || gone.person.status === 'deceased' ? 'deceased' : 'active'
  const service = split(gone.service, (spell) =>
    kept.service.some((own) => own.enlistedOn === spell.enlistedOn && own.dischargedOn === spell.dischargedOn),
  )
  const identities = split(
    gone.identities,
    (one) => isOpenIdentity(one) && kept.identities.some((own) => isOpenIdentity(own) && own.classCode === one.classCode),
  )
  const kin = split(gone.kin, (one) => kept.kin.some((own) => own.name === one.name && own.relation === one.relation))
  return {
    kept: {
      person: { ...kept.person, ...taken, ...number, status },
      service: [...kept.service, ...service.moved],
      identities: [...kept.identities, ...identities.moved],
      kin: [...kept.kin, ...kin.moved],
    },
    gone: {
      person: { ...gone.person, status: 'merged', mergedInto: how.keptId },
      service: service.stayed,
      identities: identities.stayed,
      kin: kin.stayed,
    },
  }
}

function split<T>(parts: readonly T[], isTwice: (part: T) => boolean): { moved: readonly T[]; stayed: readonly T[] } {
  return { moved: parts.filter((part) => !isTwice(part)), stayed: parts.filter(isTwice) }
}
