import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../demo/index.ts'
import { killAll } from '../faults/browser-run.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
let profile = ''

beforeAll(async () => {
  journey = await openJourney()
  profile = await mkdtemp(join(tmpdir(), 'guidui-profile-'))
})

afterAll(async () => {
  await journey.close()
  await rm(profile, { recursive: true, force: true })
})

// A few of the kills of `npm run faults -- browser`.
test('a browser killed while it saves and sends loses nothing that showed 已存本机', { timeout: 300_000 }, async () => {
  const browser = process.env['GUIDUI_CHROMIUM'] ?? '/usr/bin/chromium'
  const seat = { profile, address: journey.address, login: 'chen.xiaoqin', password: DEMO_PASSWORD, browser }

  const report = await killAll(seat, { kills: 8, seed: 20_261_128, say: () => undefined })

  expect(report).toMatchObject({ kills: 8, lost: 0 })
  expect(report.shown).toBeGreaterThan(0)
  expect(report.onServer).toBe(report.delivered)
  expect(report.delivered + report.needsHand).toBeGreaterThanOrEqual(report.shown)
})
