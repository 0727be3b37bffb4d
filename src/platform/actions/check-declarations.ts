import { GRANTS } from '../access/grants.ts'
import { PERSONAL_GRANTS, ROLES } from '../access/roles.ts'
import type { Action, View } from './declare.ts'

const NAME = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/

const HELD: ReadonlySet<string> = new Set([...Object.values(ROLES).flatMap((role) => role.grants as readonly string[]), ...PERSONAL_GRANTS])

function faultsOf(item: Action | View): string[] {
  const { name, summary } = item.contract
  return [
    NAME.test(name) ? undefined : 'its name is not module.verbNoun',
    summary ? undefined : 'it has no summary',
    item.grant in GRANTS ? undefined : 'it declares no known grant',
    typeof item.where === 'function' ? undefined : 'it does not say where',
    typeof item.run === 'function' ? undefined : 'it does nothing',
    HELD.has(item.grant) ? undefined : 'no role holds its grant',
  ].flatMap((why) => (why === undefined ? [] : [`${name || 'unnamed'}: ${why}`]))
}

/** Refuses to start with what is undeclared or declared twice. @throws naming every fault at once. */
export function checkDeclarations(actions: readonly Action[], views: readonly View[]): void {
  const names = [...actions, ...views].map((item) => item.contract.name)
  const twice = names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name}: declared twice`)
  const faults = [...[...actions, ...views].flatMap(faultsOf), ...twice]
  if (faults.length > 0) throw new Error(`Guidui does not start:\n${faults.join('\n')}`)
}
