import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nothingBegun } from './begun.ts'

function threeParts(faults: { readonly roof?: string; readonly wall?: string } = {}) {
  const said: string[] = []
  const begun = nothingBegun()
  for (const name of ['floor', 'wall', 'roof'] as const) {
    const stop = async (): Promise<void> => {
      said.push(`${name} goes`)
      await sleep(1)
      said.push(`${name} is down`)
      const fault = name === 'floor' ? undefined : faults[name]
      if (fault) throw new Error(fault)
    }
    begun.keep({ stop })
  }
  return { begun, said }
}

const ALL = ['roof goes', 'roof is down', 'wall goes', 'wall is down', 'floor goes', 'floor is down']

test('the latest goes first, and nothing goes while something stands on it', async () => {
  const { begun, said } = threeParts()

  await begun.stop()

  expect(said).toEqual(ALL)
})

test('a part that cannot be stopped keeps no other, and is told when all are down', async () => {
  const { begun, said } = threeParts({ roof: 'the roof is stuck' })

  await expect(begun.stop()).rejects.toThrow('the roof is stuck')

  expect(said).toEqual(ALL)
})

test('several that cannot be stopped are told together', async () => {
  const { begun } = threeParts({ roof: 'the roof is stuck', wall: 'the wall is thick' })

  await expect(begun.stop()).rejects.toThrow(/the roof is stuck.*the wall is thick/)
})

test('asked twice, everything is stopped once, and both wait for it', async () => {
  const { begun, said } = threeParts()
  void begun.stop()

  await begun.stop()

  expect(said).toEqual(ALL)
})

test('of those that begin side by side the ones that began are stopped, though another did not', async () => {
  const begun = nothingBegun()
  const said: string[] = []
  const late = sleep(5).then(() => ({ stop: () => said.push('the late one goes') }))

  await expect(begun.keepAll([Promise.reject(new Error('no ground')), late])).rejects.toThrow('no ground')
  await begun.stop()

  expect(said).toEqual(['the late one goes'])
})
