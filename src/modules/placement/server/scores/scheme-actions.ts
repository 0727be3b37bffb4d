import { bureauOf, rangeOf, tierOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import type { Scheme, SchemeEntry } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { diffSchemes, type SchemeDiff } from '../../domain/score/diff-schemes.ts'
import { schemeFor } from '../../domain/score/scheme.ts'
import { type EnteredScheme, findEnteredScheme, findEnteredSchemes } from './scheme-rows.ts'
import { SHIPPED_SCHEMES } from './shipped-schemes.ts'

export const enterScheme = action(contract.enterScheme, {
  grant: 'placement.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-a-county': 422, 'version-taken': 409 },
  async run({ tx, actor, now, today, actionId, note }, { unitCode, scheme }) {
    if (tierOf(unitCode) !== 'county' || unitCode.length > 12) return refuse({ code: 'not-a-county' })
    if (SHIPPED_SCHEMES.some(({ version }) => version === scheme.version)) return refuse({ code: 'version-taken', version: scheme.version })
    const { rowCount } = await tx.query(
      `insert into placement.schemes (bureau_code, id, unit_code, version, leaving_from, scheme, entered_on, entered_at, entered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint schemes_version_once do nothing`,
      [bureauOf(unitCode), actionId, unitCode, scheme.version, scheme.leavingFrom, JSON.stringify(scheme), today, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'version-taken', version: scheme.version })
    note({ scheme: actionId, version: scheme.version, items: scheme.items.length })
    return ok({ id: actionId })
  },
})

export const approveScheme = action(contract.approveScheme, {
  grant: 'placement.approve',
  where: async ({ id }, { tx }) => (await findEnteredScheme(tx, id))?.unitCode,
  refusals: { 'already-approved': 409, 'own-entry': 409 },
  async run({ tx, actor, now, note }, { id }) {
    const entered = await findEnteredScheme(tx, id)
    if (!entered) throw new Error('the version has gone')
    if (entered.enteredBy === actor.accountId) return refuse({ code: 'own-entry' })
    const { rowCount } = await tx.query(
      'update placement.schemes set approved_at = $3, approved_by = $4 where bureau_code = $1 and id = $2 and approved_by is null',
      [bureauOf(entered.unitCode), id, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'already-approved' })
    note({ scheme: id, version: entered.scheme.version })
    return ok({ id })
  },
})

/** The version that a new one would take the place of: what would hold on its first day, had it not been entered. */
const before = (entered: EnteredScheme, others: readonly Scheme[]): Scheme | undefined =>
  schemeFor(
    others.map((scheme) => ({ ...scheme, leavingTo: null })),
    entered.scheme.leavingFrom,
  )

function entryOf(entered: EnteredScheme, all: readonly EnteredScheme[], mayApprove: boolean): SchemeEntry {
  const others = all.filter(({ id, unitCode, isApproved }) => id !== entered.id && unitCode === entered.unitCode && isApproved)
  const previous = before(entered, [...others.map(({ scheme }) => scheme), ...SHIPPED_SCHEMES])
  return {
    id: entered.id,
    scheme: entered.scheme,
    isInForce: entered.isApproved,
    enteredOn: entered.enteredOn,
    diff: previous ? { beforeVersion: previous.version, ...copied(diffSchemes(previous, entered.scheme)) } : null,
    can: { approve: mayApprove && !entered.isApproved },
  }
}

const copied = ({ added, removed, changed, isServiceChanged }: SchemeDiff) => ({
  added: [...added],
  removed: [...removed],
  changed: [...changed],
  isServiceChanged,
})

export const listSchemes = view(contract.listSchemes, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place }) {
    const entered = await findEnteredSchemes(tx, rangeOf(place))
    const mayApprove = (one: EnteredScheme) => actor.grants.has('placement.approve') && one.enteredBy !== actor.accountId
    const shipped = SHIPPED_SCHEMES.map((scheme) => ({
      id: null,
      scheme,
      isInForce: true,
      enteredOn: null,
      diff: null,
      can: { approve: false },
    }))
    return {
      schemes: [...entered.map((one) => entryOf(one, entered, mayApprove(one))), ...shipped],
      can: { enter: actor.grants.has('placement.write') && tierOf(place) === 'county' },
    }
  },
})
