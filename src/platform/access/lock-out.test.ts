import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, NOON, openAccessWorld } from '../../../test/access-world.ts'
import { createDevice } from './device.ts'

let world: Awaited<ReturnType<typeof openAccessWorld>>
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())

const TOO_MANY = { ok: false, refusal: { code: 'too-many-tries' } }

async function guessTenTimes(login: string) {
  for (let second = 0; second < 10; second++) await world.attempt(login, { password: `guess ${second}`, now: after(second) })
}

test('the eleventh guess of an hour from unknown devices is not even checked', async () => {
  await world.account('bai.lin', ['stationWorker'])
  await guessTenTimes('bai.lin')

  const eleventh = await world.attempt('bai.lin', { now: after(600) })

  expect(eleventh).toEqual({ ok: false, refusal: { code: 'too-many-tries', waitSeconds: 3000 } })
})

test('nothing is locked for good: the oldest guess comes free after its hour', async () => {
  await world.account('bai.he', ['stationWorker'])
  await guessTenTimes('bai.he')

  expect(await world.attempt('bai.he', { now: after(3599) })).toMatchObject(TOO_MANY)
  expect(await world.attempt('bai.he', { now: after(3600) })).toMatchObject({ ok: true })
})

test('whoever guesses elsewhere does not lock out the device that its owner uses', async () => {
  await world.account('tang.xin', ['stationWorker'])
  const device = createDevice(world.secrets)
  await world.token('tang.xin', { device })
  await guessTenTimes('tang.xin')

  expect(await world.attempt('tang.xin', { now: after(20) })).toMatchObject(TOO_MANY)
  expect(await world.attempt('tang.xin', { device, now: after(20) })).toMatchObject({ ok: true })
})

test('a known device has its own count, and the right password clears it', async () => {
  await world.account('tang.yi', ['stationWorker'])
  const device = createDevice(world.secrets)
  await world.token('tang.yi', { device })

  for (let second = 1; second < 10; second++) await world.attempt('tang.yi', { device, password: 'wrong', now: after(second) })
  expect(await world.attempt('tang.yi', { device, now: after(10) })).toMatchObject({ ok: true })
  for (let second = 11; second < 21; second++) await world.attempt('tang.yi', { device, password: 'wrong', now: after(second) })

  expect(await world.attempt('tang.yi', { device, now: after(30) })).toMatchObject(TOO_MANY)
})

test('a device known to one account is a stranger to another', async () => {
  await world.account('qin.an', ['stationWorker'])
  await world.account('qin.bo', ['stationWorker'])
  const device = createDevice(world.secrets)
  await world.token('qin.an', { device })
  await guessTenTimes('qin.bo')

  expect(await world.attempt('qin.bo', { device, now: after(20) })).toMatchObject(TOO_MANY)
})

test('guesses made at the same moment are all counted', async () => {
  await world.account('yu.fei', ['stationWorker'])

  const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => world.attempt('yu.fei', { password: `guess ${n}` })))

  const checked = answers.filter((answer) => !answer.ok && answer.refusal.code === 'wrong-credentials')
  expect(checked).toHaveLength(10)
})

test('a login that nobody has is locked like any other', async () => {
  await guessTenTimes('no.such.login')

  expect(await world.attempt('no.such.login', { now: after(20) })).toMatchObject(TOO_MANY)
})

test('signing in right does not use up guesses', async () => {
  await world.account('shen.yu', ['stationWorker'])

  for (let second = 0; second < 12; second++) expect(await world.attempt('shen.yu', { now: after(second) })).toMatchObject({ ok: true })
})

test('a wrong one-time code is a guess', async () => {
  await world.account('fang.yi', ['stationWorker'], { totp: true })
  for (let second = 0; second < 10; second++) await world.attempt('fang.yi', { code: '000000', now: after(second) })

  expect(await world.attempt('fang.yi', { code: '000000', now: after(20) })).toMatchObject(TOO_MANY)
})

test('an address that guesses much slows down, and others behind it still get in', async () => {
  await world.account('luo.dan', ['stationWorker'])
  const guesses = Array.from({ length: 25 }, (_, n) => world.attempt(`someone.${n}`, { address: '10.9.9.9', now: NOON }))
  await Promise.all(guesses)

  expect(await world.attempt('luo.dan', { address: '10.9.9.9', now: NOON })).toMatchObject({ ok: true })
})
