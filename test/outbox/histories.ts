import fc from 'fast-check'
import { makeKey, type OpenKey } from '../../src/ui/outbox/keyring.ts'
import { ACCOUNTS, DEVICES, type History, play, type Step } from './history.ts'
import { judge } from './judge.ts'
import type { Planted } from './planted.ts'
import type { ServerModel } from './server-model.ts'

const device = (devices: number) => fc.integer({ min: 0, max: devices - 1 })
const account = fc.integer({ min: 0, max: ACCOUNTS.length - 1 })

const step = (devices: number): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('save' as const),
        device: device(devices),
        account,
        subject: fc.integer({ min: 0, max: 3 }),
        how: fc.oneof({ weight: 8, arbitrary: fc.constant('fine' as const) }, fc.constantFrom('poison' as const, 'faulty' as const)),
        photos: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 2 })),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('contact' as const), device: device(devices), account }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('clock' as const), device: device(devices), years: fc.integer({ min: -10, max: 10 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('arrive' as const) }) },
  )

/** Histories of 1 to 5 devices and up to 50 things that happen. */
const histories: fc.Arbitrary<History> = fc.integer({ min: 1, max: DEVICES }).chain((devices) =>
  fc.record({
    seed: fc.integer(),
    devices: fc.constant(devices),
    steps: fc.array(step(devices), { minLength: 1, maxLength: 50, size: 'large' }),
  }),
)

export interface Found {
  readonly histories: number
  /** Items that showed 已存本机. */
  readonly saved: number
  readonly effects: number
  /** The smallest history that breaks a promise, with its faults. */
  readonly broken?: string
}

/** Plays so many histories, or until one breaks a promise; that one is made as small as it can be. */
export async function playHistories(asked: {
  runs: number
  seed: number
  planted?: Planted
  server?: () => Promise<ServerModel>
}): Promise<Found> {
  const keys: readonly OpenKey[] = [(await makeKey({ id: ACCOUNTS[0], password: '走访' }, 1)).open]
  let [saved, effects] = [0, 0]
  const property = fc.asyncProperty(histories, async (history) => {
    const world = await play(history, {
      keys,
      ...(asked.planted ? { planted: asked.planted } : {}),
      ...(asked.server ? { server: await asked.server() } : {}),
    })
    const faults = await judge(world)
    for (const { store } of world.devices) store.close()
    saved += world.saved.length
    effects += world.server.effects.length
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })
  const { numRuns, failed, counterexample, errorInstance } = await fc.check(property, {
    numRuns: asked.runs,
    seed: asked.seed,
    endOnFailure: asked.planted !== undefined,
  })
  const broken = `${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}\n${JSON.stringify(counterexample)}`
  return { histories: numRuns, saved, effects, ...(failed ? { broken } : {}) }
}
