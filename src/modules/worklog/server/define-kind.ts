import { bureauOf, type UnitCode } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import { defineKind as DefineKind, type KindForm, retireKind as RetireKind, WorkKind } from '../contract.ts'
import { checkKinds } from '../domain/check-kinds.ts'
import { listOwnKinds, type OwnKind } from './kind-rows.ts'
import { mayDefineAt } from './kind-views.ts'
import { houseKinds } from './shipped-kinds.ts'

const INSERT = `
  insert into worklog.kinds (bureau_code, unit_code, code, version, declaration, retired, retired_reason, made_by, made_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

async function insertKind(context: ActionContext, kind: WorkKind, retiredReason: string | null = null): Promise<void> {
  const { tx, unitCode, actor, now } = context
  const row = [bureauOf(unitCode), unitCode, kind.code, kind.version, JSON.stringify(kind), retiredReason !== null, retiredReason]
  await tx.query(INSERT, [...row, actor.accountId, now])
  context.note({ kind: kind.code, version: kind.version })
}

/** `p500112n3`: the digits of the place that count, and the number of the kind there. */
function nextCode(unitCode: UnitCode, own: readonly OwnKind[]): string {
  const digits = unitCode.slice(0, 6).replace(/(00)+$/, '') || '00'
  const made = own.filter(({ ownOf }) => ownOf === unitCode).length
  return `p${digits}n${made + 1}`
}

/** What was a number stays one in the same unit, and a state stays a state: otherwise old and new would be added up. */
const isChanged = (before: WorkKind, form: KindForm): boolean =>
  before.state !== form.state ||
  before.fields.some((field) => {
    const now = form.fields.find(({ code }) => code === field.code)
    return now !== undefined && (now.type !== field.type || now.unit !== field.unit)
  })

/** The kinds of the place, held: of two that define at once the second sees the first. */
async function holdKinds({ tx, unitCode }: ActionContext): Promise<OwnKind[]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 19))', [unitCode])
  return await listOwnKinds(tx, unitCode)
}

export const defineKind = action(DefineKind, {
  grant: 'work.define',
  where: ({ unitCode }) => unitCode,
  refusals: { 'below-county': 422, 'no-such-kind': 404, 'kind-retired': 409, 'form-wrong': 422, 'name-taken': 409, 'unit-changed': 409 },
  async run(context, { code, form }) {
    const { unitCode } = context
    if (!mayDefineAt(unitCode)) return refuse({ code: 'below-county' })
    const own = await holdKinds(context)
    const before = code === undefined ? undefined : own.find(({ kind, ownOf }) => kind.code === code && ownOf === unitCode)
    if (code !== undefined && !before) return refuse({ code: 'no-such-kind' })
    if (before?.retired) return refuse({ code: 'kind-retired' })
    if (before && isChanged(before.kind, form)) return refuse({ code: 'unit-changed' })
    const others = [...houseKinds, ...own.filter(({ retired }) => !retired).map(({ kind }) => kind)].filter((kind) => kind.code !== code)
    if (others.some(({ zh }) => zh === form.zh)) return refuse({ code: 'name-taken' })

    const kind = WorkKind.parse({
      ...form,
      code: code ?? nextCode(unitCode, own),
      version: (before?.kind.version ?? 0) + 1,
      mechanisms: [],
    })
    const sentences = checkKinds([kind])
    if (sentences.length > 0) return refuse({ code: 'form-wrong', sentences })
    await insertKind(context, kind)
    return ok({ code: kind.code, version: kind.version })
  },
})

export const retireKind = action(RetireKind, {
  grant: 'work.define',
  where: ({ unitCode }) => unitCode,
  refusals: { 'no-such-kind': 404, 'kind-retired': 409 },
  async run(context, { code, reason }) {
    const { unitCode } = context
    const found = (await holdKinds(context)).find(({ kind, ownOf }) => kind.code === code && ownOf === unitCode)
    if (!found) return refuse({ code: 'no-such-kind' })
    if (found.retired) return refuse({ code: 'kind-retired' })
    await insertKind(context, { ...found.kind, version: found.kind.version + 1 }, reason)
    return ok({ code })
  },
})
