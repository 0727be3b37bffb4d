import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, eventually, main, save } from './desk-hands.ts'
import { photo } from './field-worker.ts'
import { look } from './look.ts'
import { type Offices, openOffices } from './offices.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

const [HEAD, OFFICER] = ['peng.xuemei', 'jiang.wenbo'] as const
const MONUMENT = '双凤桥英烈纪念碑'

let journey: Journey
let offices: Offices

beforeAll(async () => {
  journey = await openJourney(600)
  offices = openOffices(journey)
  const values = { name: MONUMENT, type: 'monument', level: 'county', keeper: '双凤桥街道办事处' }
  await offices.ask(HEAD, 'do/work.record', { kind: 'memorialSite', unitCode: '500112017000', on: '2020-04-05', values })
})
afterAll(() => journey.close())

test('a street is told of the round of the month, walks it with a phone, and finds a crack', async () => {
  const head = await journey.enter(HEAD, PHONE)
  await head.goto(`${journey.address}/desk/today`)
  await eventually(() => main(head)).toContain('处没巡查')
  await head.getByRole('link', { name: '去巡查' }).click()
  await head.getByLabel(`选中 ${MONUMENT}`).check()
  await look(head, 'memorials-phone')

  await button(head, '记这 1 处的巡查').click()
  await head.getByRole('dialog').getByRole('button', { name: '有问题' }).click()
  await head.getByLabel('检查项').selectOption('inscription')
  await head.getByLabel('问题', { exact: true }).fill('第三行碑文字迹脱落')
  await head.getByLabel('照片（可不加）').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: await photo(head) })
  await eventually(() => head.getByRole('dialog').innerText()).toContain('照片已附上')
  await look(head, 'memorials-patrol-phone')
  await save(head, '保存')

  await eventually(() => main(head)).toContain('第三行碑文字迹脱落')
  await head.close()
})

test('it is ordered, mended with a picture, handed back, mended better and accepted by another hand', async () => {
  const head = await offices.window(HEAD)
  await head.goto(`${journey.address}/desk/memorials`)
  await button(head, '交办').click()
  await head.getByLabel('交给谁整改（单位）').fill('街道规划建设办')
  await head.getByLabel('完成期限').fill('2099-12-31')
  await look(head, 'memorials-order')
  await save(head, '交办')
  await eventually(() => main(head)).toContain('街道规划建设办，2099-12-31 前')

  const mend = async () => {
    await button(head, '报告整改完成').click()
    await head.getByLabel('整改后照片（必须）').setInputFiles({ name: 'q.jpg', mimeType: 'image/jpeg', buffer: await photo(head) })
    await eventually(() => head.getByRole('dialog').innerText()).toContain('照片已附上')
    await save(head, '报告整改完成')
    await eventually(() => main(head)).toContain('要由另一人验收')
  }
  await mend()

  const officer = await offices.window(OFFICER)
  await officer.goto(`${journey.address}/desk/memorials`)
  await look(officer, 'memorials-desk')
  await button(officer, '退回重做').click()
  await officer.getByLabel('原因').fill('只描了两个字')
  await save(officer, '退回重做')
  await eventually(() => main(officer)).toContain('整改中')

  await head.reload()
  await mend()
  await officer.reload()
  await button(officer, '验收销号').click()
  await eventually(() => main(officer)).not.toContain('第三行碑文字迹脱落')

  await officer.getByRole('link', { name: MONUMENT }).click()
  await eventually(() => main(officer)).toContain('已销号')
  await look(officer, 'memorials-facility')
  const shown = await officer.request.get(`${journey.address}${await officer.getByRole('link', { name: '整改后' }).getAttribute('href')}`)
  expect([shown.status(), shown.headers()['content-type']]).toEqual([200, 'image/jpeg'])
})
