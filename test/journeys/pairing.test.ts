import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, eventually, main, save } from './desk-hands.ts'
import { look } from './look.ts'
import { movingClock } from './moving-clock.ts'
import { type Offices, openOffices } from './offices.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

const [STATION, OFFICER] = ['chen.xiaoqin', 'jiang.wenbo'] as const

let journey: Journey
let offices: Offices

beforeAll(async () => {
  journey = await openJourney(600, movingClock('2026-05-11T01:30:00Z'))
  offices = openOffices(journey)
})
afterAll(() => journey.close())

test('a need is entered on a file, matched with its reasons, paired, visited and met', async () => {
  const { rows } = await journey.ownerPool.query<{ id: string }>(
    "select id from registry.people where unit_code = '500112017005' and status = 'active' order by id limit 1",
  )
  const station = await offices.window(STATION)
  await station.goto(`${journey.address}/desk/people/${rows[0]?.id}`)
  await station.getByRole('tab', { name: '结对帮扶' }).click()
  await button(station, '登记需求').click()
  await station.getByRole('dialog').getByLabel('需求').selectOption('medical')
  await station.getByRole('dialog').getByLabel('缓急').selectOption('now')
  await save(station, '保存')
  await eventually(() => main(station)).toContain('就医照护')
  await look(station, 'pairing-person')

  const officer = await offices.window(OFFICER)
  await officer.goto(`${journey.address}/desk/pairing`)
  await eventually(() => main(officer)).toContain('还没有帮扶力量')
  await button(officer, '登记帮扶力量').click()
  await officer.getByRole('dialog').getByLabel('类别').selectOption('organisation')
  await officer.getByLabel('姓名或单位名称').fill('渝北区人民医院')
  await officer.getByRole('dialog').getByRole('button', { name: '就医照护' }).click()
  await officer.getByLabel('最多结对几人').fill('20')
  await look(officer, 'pairing-offer')
  await save(officer, '保存')
  await eventually(() => main(officer)).toContain('渝北区人民医院')

  await button(officer, '找帮扶力量').click()
  await officer.getByRole('radio').check()
  await eventually(() => officer.getByRole('dialog').innerText()).toContain('同区县；对上 就医照护（其中急需：就医照护）；还可结对 20 人')
  await look(officer, 'pairing-match')
  await save(officer, '结对')
  await eventually(() => main(officer)).toContain('结对中 1 份，联系 1 人')
  expect(await main(officer)).toContain('1 / 20')

  await button(officer, '登记走访').click()
  await officer.getByRole('dialog').getByLabel('近况').selectOption('better')
  await officer.getByRole('dialog').getByRole('button', { name: '就医照护' }).click()
  await save(officer, '保存')
  await eventually(() => main(officer)).toContain('没有未结清的需求')
  await look(officer, 'pairing-desk')

  await button(officer, '退出').click()
  await eventually(() => officer.getByRole('alert').innerText()).toContain('还有 1 份协议没有结束')
  await button(officer, '结束').click()
  await save(officer, '结束')
  await eventually(() => main(officer)).toContain('需求已解决')

  const phone = await journey.enter(OFFICER, PHONE)
  await phone.goto(`${journey.address}/desk/pairing`)
  await eventually(() => main(phone)).toContain('渝北区人民医院')
  await look(phone, 'pairing-390')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
