import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import { view } from '../../../platform/actions/declare.ts'
import { findFile, findPersonUnit } from '../../registry/index.ts'
import type { Entitlement } from '../contract.ts'
import * as contract from '../contract.ts'
import { getClause } from '../domain/eligibility/clauses.ts'
import { type FileFacts, factsOf } from '../domain/eligibility/facts-of-file.ts'
import { type EntitlementRule, judge, missingIn, type Reason } from '../domain/eligibility/judge.ts'
import { checkRules, ENTITLEMENT_RULES, rulesOn } from '../domain/eligibility/rules.ts'
import { listMatterTypes } from './matters/load-types.ts'
import { findStanding, type StandingMatter } from './matters/standing-matters.ts'

const wrong = checkRules(ENTITLEMENT_RULES)
if (wrong.length > 0) throw new Error(`Guidui does not start: ${wrong.join('; ')}`)

const textOf = (value: FileFacts[keyof FileFacts]): string | null =>
  value === undefined ? null : Array.isArray(value) ? value.join('、') : String(value)

/** The tree in the order of reading, each line with its depth. */
function linesOf(reason: Reason, depth = 0): Entitlement['reasons'] {
  if (reason.kind !== 'leaf') {
    const line = { depth, kind: reason.kind, verdict: reason.verdict, name: null, fact: null, value: null, clause: null }
    return [line, ...reason.reasons.flatMap((one) => linesOf(one, depth + 1))]
  }
  const { law, article, says } = getClause(reason.clause)
  const { kind, verdict, name, fact, value } = reason
  return [{ depth, kind, verdict, name, fact, value: textOf(value), clause: { law, article, says } }]
}

/** By kind, the matters that stand in the way of another, for whoever may see matters at all. */
const findHad = async (context: ViewContext, personId: string): Promise<ReadonlyMap<string, StandingMatter>> =>
  context.actor.grants.has('matter.survey') || context.actor.grants.has('own.read') ? await findStanding(context, personId) : new Map()

function entitlementOf(
  rule: EntitlementRule,
  facts: FileFacts,
  about: { kinds: ReadonlySet<string>; had: ReadonlyMap<string, StandingMatter> },
): Entitlement {
  const reason = judge(rule.test, facts)
  const { code, name, gives, matter, unasked = false } = rule
  const had = matter === undefined ? undefined : about.had.get(matter)
  const offer =
    matter !== undefined && about.kinds.has(matter)
      ? { typeCode: matter, unasked, openId: had?.id ?? null, isDone: had?.isDone ?? false }
      : null
  const missing = reason.verdict === 'missing' ? [...missingIn(reason)] : []
  return { code, name, gives, verdict: reason.verdict, missing, reasons: linesOf(reason), matter: offer }
}

/** The same answer for the clerk and for the person: by the law of today, from what the file says today. */
export async function judgeFile(
  context: ViewContext,
  personId: string,
): Promise<{ on: PlainDate; entitlements: Entitlement[] } | undefined> {
  const file = await findFile(context, personId)
  if (!file) return undefined
  const { person, identities, service } = file.state
  const facts = factsOf({ bornOn: person.bornOn, deceasedOn: person.deceasedOn, identities, service }, context.today)
  const kinds = new Set(listMatterTypes(context.today).map(({ code }) => code))
  const had = await findHad(context, personId)
  return { on: context.today, entitlements: rulesOn(context.today).map((rule) => entitlementOf(rule, facts, { kinds, had })) }
}

export const listEntitlements = view(contract.listEntitlements, {
  grant: 'person.read',
  where: async ({ personId }, { tx }) => await findPersonUnit(tx, personId),
  run: async (context, { personId }) => await judgeFile(context, personId),
})
