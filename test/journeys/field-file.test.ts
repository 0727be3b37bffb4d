import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../demo/index.ts'
import { seriousFindings } from './axe.ts'
import { countsOf, openOffline, photo, recordVisit, takeVillage, visitsOnServer } from './field-worker.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
let worker: Page
let head: Page
let before = 0
const file = join(tmpdir(), `guidui-${process.pid}.guidui`)

const bringIn = async (path: string) => {
  await head.goto(`${journey.address}/desk/devices/bring-in`)
  await head.locator('input[type=file]').setInputFiles(path)
}

beforeAll(async () => {
  journey = await openJourney()
  worker = await journey.enter('chen.xiaoqin')
  head = await journey.enter('peng.xuemei')
  await takeVillage(worker, journey.address)
  before = await visitsOnServer(head, journey.address)
})

afterAll(async () => {
  await rm(file, { force: true })
  await journey.close()
})

describe('a device that cannot send', () => {
  test('writes what waits into a file that says nothing to whoever opens it', async () => {
    await worker.context().setOffline(true)
    await openOffline(worker, `${journey.address}/desk/field`)
    await recordVisit(worker, 'z', await photo(worker))
    await recordVisit(worker, 'l')
    await expect.poll(() => countsOf(worker)).toMatchObject({ sealed: 2 })

    const download = worker.waitForEvent('download')
    await worker.getByRole('button', { name: '导出未送达的' }).click()
    await (await download).saveAs(file)

    expect((await download).suggestedFilename()).toMatch(/^离线记录-\d{4}-\d\d-\d\d-2条\.guidui$/)
    expect(await readFile(file, 'utf8')).not.toMatch(/visit|person|走访/)
    await worker.getByText('已导出').first().waitFor()
    expect(await countsOf(worker)).toMatchObject({ sealed: 2 })
    expect(await seriousFindings(worker)).toEqual([])
  })

  test('and the township brings it in: each visit counts at once', async () => {
    await bringIn(file)

    await head.getByText('带入 2 条，全部送达').waitFor({ timeout: 60_000 })

    expect(await visitsOnServer(head, journey.address)).toBe(before + 2)
    expect(await seriousFindings(head)).toEqual([])
  })

  test('brought in twice, and sent by the device after all, it counts once', async () => {
    await bringIn(file)
    await head.getByText('带入 2 条，全部送达').waitFor({ timeout: 60_000 })

    await worker.context().setOffline(false)
    await expect.poll(() => countsOf(worker), { timeout: 60_000 }).toMatchObject({ sealed: 0, acked: 2, needsHand: 0 })

    expect(await visitsOnServer(head, journey.address)).toBe(before + 2)
  })

  test('a file that is none, or of another place, is refused in words', async () => {
    await head.locator('input[type=file]').setInputFiles({ name: 'x.guidui', mimeType: 'text/plain', buffer: Buffer.from('姓名') })
    await head.getByText('这不是下村设备导出的文件').waitFor()

    const stranger = (await readFile(file, 'utf8')).replace(/"leaseId":"[^"]{8}/, '"leaseId":"00000000')
    await head.locator('input[type=file]').setInputFiles({ name: 'x.guidui', mimeType: 'text/plain', buffer: Buffer.from(stranger) })
    await head.getByText('没有找到这份名册的带走记录').waitFor()
    expect(await seriousFindings(head)).toEqual([])
  })
})

describe('a device that was lost', () => {
  test('is revoked with a reason; at its next contact the village is wiped, and what was recorded stays', async () => {
    await worker.context().setOffline(true)
    await recordVisit(worker, 'z')
    await head.goto(`${journey.address}/desk/devices`)
    await head.getByRole('button', { name: '收回' }).first().click()
    const drawer = head.getByRole('dialog')
    await drawer.getByRole('button', { name: /收回/ }).last().click()
    await drawer.getByText('请写明原因').waitFor()
    await drawer.getByLabel('原因').fill('手机遗失')
    await head.keyboard.press('Control+Enter')
    await head.getByText('已收回').waitFor()
    expect(await seriousFindings(head)).toEqual([])

    await worker.context().setOffline(false)

    await worker.getByText('还没有带走本村，或者已经过期、被收回').waitFor({ timeout: 60_000 })
    await expect.poll(() => countsOf(worker), { timeout: 60_000 }).toMatchObject({ saved: 3, sealed: 0, acked: 3 })
    expect(await visitsOnServer(head, journey.address)).toBe(before + 3)
    await worker.getByLabel('登录密码').fill(DEMO_PASSWORD)
    await worker.getByRole('button', { name: '带走本村' }).click()
    await worker.getByText('这台设备已被收回').waitFor({ timeout: 60_000 })
  })
})
