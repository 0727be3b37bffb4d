import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../../src/catalogue.ts'
import { installJobs, startJobs } from '../../src/platform/jobs/jobs.ts'
import { eventually, main } from './desk-hands.ts'
import { look } from './look.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'
import { settle } from './settle.ts'

let journey: Journey
let head: Page
let turns: Awaited<ReturnType<typeof startJobs>>

/** 凤鸣路 and its neighbour 双凤路, both of 双凤桥街道. */
const STATION = '500112017005'

beforeAll(async () => {
  journey = await openJourney()
  await installJobs(journey.ownerPool)
  turns = await startJobs({ ownerPool: journey.ownerPool, ground: journey.ground, jobs, log: () => undefined })
  head = await journey.enter('peng.xuemei')
})

afterAll(async () => {
  await turns.stop()
  await journey.close()
})

const filesAt = async (unitCode: string): Promise<number> => {
  const { rows } = await journey.ownerPool.query<{ files: number }>(
    "select count(*)::int as files from registry.people where unit_code = $1 and status in ('active', 'deceased', 'archived')",
    [unitCode],
  )
  return rows[0]?.files ?? 0
}

async function lookTwice(name: string): Promise<void> {
  await look(head, name)
  await head.setViewportSize(PHONE)
  await look(head, `${name}-phone`)
  await head.setViewportSize(DESK)
}

const drawer = () => head.getByRole('dialog')
/** Opens the drawer of a unit's life by the keyboard, and chooses that it closes. */
async function chooseClosed(): Promise<void> {
  await head.goto(`${journey.address}/desk/network/units/${STATION}`)
  await head.getByRole('button', { name: '变更状态' }).focus()
  await head.keyboard.press('Enter')
  await drawer().getByLabel('变为').selectOption('closed')
}

test('a station is closed for now, its files stand as nobody’s on the page of today, and are handed over from there', async () => {
  await chooseClosed()
  await drawer().getByRole('table', { name: '这里还有' }).waitFor()
  expect(await drawer().innerText()).toMatch(/服务对象档案[\s\S]*到期走访/)
  await lookTwice('hand-over-close')

  await drawer().getByLabel('暂不移交，写明原因').check()
  await drawer().getByLabel('为什么先不移交').fill('')
  expect(
    await drawer()
      .getByRole('button', { name: /^变更状态/ })
      .getAttribute('aria-disabled'),
  ).not.toBe('false')
  await drawer().getByLabel('为什么先不移交').fill('等区局定并入哪里')
  await head.keyboard.press('Control+Enter')
  await drawer().waitFor({ state: 'detached' })
  await eventually(() => main(head)).toContain('无人管')

  await head.goto(`${journey.address}/desk/today`)
  await eventually(() => main(head)).toMatch(/\d+ 份档案无人管/)
  await lookTwice('hand-over-orphans')

  const before = await filesAt(STATION)
  await head.getByRole('button', { name: '整站移交…' }).click()
  await drawer().getByRole('table', { name: '这里还有' }).waitFor()
  const heir = drawer().getByLabel('移交给哪个站')
  const [to = ''] = await heir
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value).filter(Boolean))
  const there = await filesAt(to)
  await heir.selectOption(to)
  await drawer().getByLabel('移交原因').fill('凤鸣路社区并入邻近社区')
  await lookTwice('hand-over-drawer')
  await head.keyboard.press('Control+Enter')
  await eventually(() => drawer().innerText()).toContain('已全部移交，这里没有剩下的了')
  await lookTwice('hand-over-done')

  expect([await filesAt(STATION), await filesAt(to)]).toEqual([0, there + before])
  await head.keyboard.press('Escape')
  await drawer().waitFor({ state: 'detached' })
  await eventually(() => main(head)).not.toContain('无人管')

  const { rows } = await journey.ownerPool.query<{ person_id: string }>('select person_id from registry.handed_files limit 1')
  await settle(head)
  await head.goto(`${journey.address}/desk/people/${rows[0]?.person_id}`)
  await eventually(() => main(head)).toContain('随站移交')
  await lookTwice('hand-over-timeline')
})
