import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import { liesBelow, stemOf, tierNameOf } from './places.ts'

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

  test('has no verdict for a route that nobody has thought about', () => {
    expect(() => judge(worker, { route: 'person.teleport' })).toThrow(/no line for person.teleport/)
  })
})
