import { afterAll, expect, test } from 'vitest'
import { views } from '../src/modules/indicators/index.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { doOn, openMeWorld, see } from './me-world.ts'
import { actor, TODAY, YUBEI } from './world.ts'

const world = await openMeWorld()
afterAll(world.close)

/** Somebody asks, withdraws the question, and says with stars how it was. */
async function rated(stars: number): Promise<void> {
  const { phone } = await world.bound()
  const { id } = (await doOn(phone, 'mine.open', { typeCode: 'policyEnquiry', answers: { question: '怎么报名' } })).json().value
  const { steps } = (await see(phone, 'mine.matter', { matterId: id })).json().value
  await doOn(phone, 'mine.step', { matterId: id, step: 'giveUp', steps, reason: '不用了' })
  const answer = await doOn(phone, 'mine.rate', { matterId: id, stars })
  if (answer.statusCode !== 200) throw new Error(`not rated: ${answer.payload}`)
}

/** As the county reads it. */
async function share(): Promise<unknown> {
  const view = views.find(({ contract }) => contract.name === 'figure.read')
  if (!view) throw new Error('no figure is read')
  const officer = actor({ role: 'countyOfficer', unitCode: YUBEI })
  const input = { codes: ['satisfiedShare'], place: YUBEI, period: { from: TODAY, to: TODAY } }
  return await runView(world.on, view, { actor: officer, input })
}

test('of the veterans who rate, those with four and five stars are the share satisfied', async () => {
  for (const stars of [5, 4, 3]) await rated(stars)

  expect(await share()).toMatchObject({ value: { rows: [{ code: 'satisfiedShare', numerator: 2, denominator: 3 }] } })
})
