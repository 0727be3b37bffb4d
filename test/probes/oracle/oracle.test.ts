import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import { liesBelow, stemOf, tierNameOf } from './places.ts'
import { leaksIn } from './traces.ts'

const worker = { role: 'stationWorker', at: '500112017005' } as const

describe('the oracle of the probes', () => {
  test('knows nothing of the server: it imports only its own files', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

    const imports = files.flatMap((name) =>
      [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    )

    expect(imports.filter((from) => !from?.startsWith('./'))).toEqual([])
  })

  test('reads a code as the digits of its own tier', () => {
    expect(stemOf('500112000000')).toBe('500112')
    expect(stemOf('500112017005-2')).toBe('500112017005')
    expect(tierNameOf('000000000000')).toBe('nation')
    expect(liesBelow('500112017005', '500112017000')).toBe(true)
    expect(liesBelow('500105001001', '500112000000')).toBe(false)
  })

  test('says first who, then whether at all, then where', () => {
    const elsewhere = { touches: '500105001001' }

    expect(judge(undefined, { route: 'visit.record', ...elsewhere })).toBe('signed-out')
    expect(judge(worker, { route: 'account.open', ...elsewhere })).toBe('not-permitted')
    expect(judge(worker, { route: 'visit.record', ...elsewhere })).toBe('not-found')
    expect(judge(worker, { route: 'visit.record', touches: worker.at, about: '500105001001' })).toBe('hidden')
    expect(judge(worker, { route: 'visit.record', touches: worker.at })).toBe('may')
  })

  test('knows a person on /me for nobody at a desk, and a clerk for nobody on /me', () => {
    const person = { role: 'person', at: worker.at, personId: 'one' } as const

    expect(judge(person, { route: 'person.get', touches: worker.at })).toBe('signed-out')
    expect(judge(worker, { route: 'mine.home' })).toBe('signed-out')
    expect(judge(person, { route: 'mine.home' })).toBe('may')
    expect(judge(person, { route: 'mine.matter', belongsTo: 'one' })).toBe('may')
  })

  test('hides the matter of a neighbour, and holds an agent to the authority', () => {
    const neighbour = { role: 'person', at: worker.at, personId: 'other' } as const
    const agent = { role: 'person', at: worker.at, personId: 'one', kinds: ['gloryPlaque'] } as const

    expect(judge(neighbour, { route: 'mine.matter', belongsTo: 'one' })).toBe('not-found')
    expect(judge(neighbour, { route: 'mine.readMessages', namesRowOf: 'one' })).toBe('hidden')
    expect(judge(agent, { route: 'mine.step', belongsTo: 'one', kind: 'gloryPlaque' })).toBe('may')
    expect(judge(agent, { route: 'mine.step', belongsTo: 'one', kind: 'preferenceCard' })).toBe('not-found')
    expect(judge(agent, { route: 'mine.open', kind: 'preferenceCard' })).toBe('outside-authority')
  })

  test('finds a neighbour, and a name in full that is not the own one, in what a person reads', () => {
    const person = { role: 'person', at: worker.at, personId: 'one', name: '麴一二' } as const
    const id = '0198a000-0000-7000-8000-000000000001'
    const owners = { ids: new Map([[id, { kind: 'work', unit: worker.at, person: 'other' } as const]]) }

    expect(leaksIn(`${id} 麴一二`, { asker: person, route: 'mine.home', typed: '', owners })).toHaveLength(1)
    expect(leaksIn('麴一三', { asker: person, route: 'mine.home', typed: '', owners })).toHaveLength(1)
    expect(leaksIn('麴一二', { asker: person, route: 'mine.matter', typed: '', owners })).toHaveLength(1)
    expect(leaksIn('麴一二', { asker: person, route: 'mine.home', typed: '', owners })).toEqual([])
  })

  test('has no verdict for a route that nobody has thought about', () => {
    expect(() => judge(worker, { route: 'person.teleport' })).toThrow(/no line for person.teleport/)
  })
})
