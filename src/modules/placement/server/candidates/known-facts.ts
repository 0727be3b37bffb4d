import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { findFile } from '../../../registry/index.ts'
import type { Candidate } from '../../contract.ts'
import { serviceTime } from '../../domain/score/service-time.ts'
import type { CandidateRow } from './candidate-rows.ts'

const MERITS = ['secondClassMerit', 'firstClassMerit']

/** What the registry knows for the decision, to begin the form with: an officer reads the file all the same. */
export async function knownFacts(context: Pick<ViewContext, 'tx' | 'secrets'>, row: CandidateRow): Promise<Candidate['known']> {
  const file = await findFile(context, row.person_id)
  if (!file) return null
  const { service, identities } = file.state
  const spell = service.at(-1)
  const enlistedOn = (spell?.enlistedOn ?? null) as PlainDate | null
  const years = enlistedOn !== null && enlistedOn <= row.leaving_on ? Math.floor(serviceTime(enlistedOn, row.leaving_on).months / 12) : 0
  const honours = service.flatMap(({ honours: won }) => won.map(({ kind }) => kind))
  const disability = identities.find(
    ({ grade, cause, status, toOn }) => grade !== null && cause !== null && toOn === null && status !== 'ended',
  )
  return {
    enlistedOn,
    isMidRank: false,
    serviceYears: years,
    ncoYears: 0,
    officerYears: 0,
    retires: false,
    disability: disability?.grade && disability.cause ? { grade: disability.grade, cause: disability.cause } : null,
    lostAbilityByIllness: false,
    meetsMonthlyPay: false,
    merit: honours.some((kind) => MERITS.includes(kind)),
    firstClassCommendation: false,
    medalOrTitle: honours.includes('honoraryTitle'),
    martyrsChild: identities.some(({ classCode, status }) => classCode === 'KIN-M' && status !== 'ended'),
    isExcluded: false,
  }
}
