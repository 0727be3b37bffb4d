import { bureauOf } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { action } from '../../../platform/actions/declare.ts'
import * as contract from '../contract.ts'
import { holdBrief, whereBriefIs } from './brief-rows.ts'
import { holdDraft } from './edit-brief.ts'
import { findLockFault } from './find-lock-fault.ts'

export const reviewBrief = action(contract.reviewBrief, {
  grant: 'brief.review',
  where: whereBriefIs,
  refusals: {
    'not-a-draft': 409,
    'changed-meanwhile': 409,
    'own-hand': 409,
    'unlocked-figures': 409,
    'months-open': 409,
    'not-as-locked': 409,
  },
  async run(context, { id, version, markUnlocked }) {
    const { tx, actor, now, unitCode, note } = context
    const held = await holdDraft(context, { id, version })
    if (!held.ok) return held
    const { hands } = held.value
    if (hands.includes(actor.accountId)) return refuse({ code: 'own-hand' })
    const { count, fault } = await findLockFault(tx, held.value, actor.scope)
    if (fault) return refuse(fault)
    if (count > 0 && !markUnlocked) return refuse({ code: 'unlocked-figures', count })
    await tx.query(
      `update briefs.briefs set state = 'reviewed', version = version + 1, is_unlocked = $3, reviewed_by = $4, reviewed_at = $5, changed_at = $5,
              returned_why = null where bureau_code = $1 and id = $2`,
      [bureauOf(unitCode), id, count > 0, actor.accountId, now],
    )
    note({ brief: id, unlocked: count })
    return ok({ id, version: version + 1 })
  },
})

export const returnBrief = action(contract.returnBrief, {
  grant: 'brief.review',
  where: whereBriefIs,
  refusals: { 'wrong-state': 409 },
  async run({ tx, now, unitCode, note }, { id, why }) {
    const { state } = await holdBrief(tx, { id, unitCode })
    if (state !== 'reviewed') return refuse({ code: 'wrong-state', state })
    await tx.query(
      `update briefs.briefs set state = 'draft', version = version + 1, is_unlocked = false, reviewed_by = null, reviewed_at = null, changed_at = $3,
              returned_why = $4 where bureau_code = $1 and id = $2`,
      [bureauOf(unitCode), id, now, why],
    )
    note({ brief: id })
    return ok({ id })
  },
})

export const signBrief = action(contract.signBrief, {
  grant: 'brief.review',
  where: whereBriefIs,
  refusals: { 'wrong-state': 409, 'own-hand': 409 },
  async run({ tx, actor, now, unitCode, note }, { id }) {
    const { state, hands } = await holdBrief(tx, { id, unitCode })
    if (state !== 'reviewed') return refuse({ code: 'wrong-state', state })
    if (hands.includes(actor.accountId)) return refuse({ code: 'own-hand' })
    await tx.query(
      `update briefs.briefs set state = 'signed', signed_by = $3, signed_at = $4, changed_at = $4 where bureau_code = $1 and id = $2`,
      [bureauOf(unitCode), id, actor.accountId, now],
    )
    note({ brief: id })
    return ok({ id })
  },
})

export const archiveBrief = action(contract.archiveBrief, {
  grant: 'brief.write',
  where: whereBriefIs,
  refusals: { 'wrong-state': 409 },
  async run({ tx, now, unitCode, note }, { id }) {
    const { state } = await holdBrief(tx, { id, unitCode })
    if (state !== 'signed') return refuse({ code: 'wrong-state', state })
    await tx.query(`update briefs.briefs set state = 'archived', archived_at = $3, changed_at = $3 where bureau_code = $1 and id = $2`, [
      bureauOf(unitCode),
      id,
      now,
    ])
    note({ brief: id })
    return ok({ id })
  },
})
