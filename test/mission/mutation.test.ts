import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { yunyan } from '../../demo/scenarios/yunyan/scenario.ts'
import { loginRolesOf } from '../../src/platform/database/app-role.ts'
import { asAdmin, dropDatabases, onDatabase } from '../database/test-server.ts'
import { askFigures } from './ask-figures.ts'
import { deleteRecords } from './delete-records.ts'
import { readMissionFigures } from './figures.ts'
import { type Mission, openMission } from './open-mission.ts'

// A part of `npm run mission -- --deletions 200`: document 002 over HTTP on a database of its own.
const PATIENCE = 120_000
const { adminUrl, prefix, template } = inject('testServer')
const name = `${prefix}_mission${randomBytes(2).toString('hex')}`
const made: { mission?: Mission } = {}
const figures = readMissionFigures().filter(({ seed }) => seed === '002')

beforeAll(async () => {
  await asAdmin(adminUrl, `create database ${name} template ${template}`)
  made.mission = await openMission(yunyan, { databaseUrl: onDatabase(adminUrl, name), log: () => undefined })
}, PATIENCE)
afterAll(async () => {
  await made.mission?.close()
  await dropDatabases(adminUrl, name, loginRolesOf(name))
}, PATIENCE)

function office() {
  if (!made.mission) throw new Error('the scenario was not loaded')
  return made.mission.office
}

test('what document 002 says is what the platform counts from its records', { timeout: PATIENCE }, async () => {
  const answers = await askFigures(office(), figures)

  expect(answers.filter(({ holds }) => !holds).map(({ figure, computed, fault }) => ({ name: figure.zh, computed, fault }))).toEqual([])
  expect(answers).toHaveLength(35)
})

test('a record that is taken back changes exactly the figures that depend on it', { timeout: PATIENCE }, async () => {
  const done = await deleteRecords({ office: office(), figures, place: yunyan.office, count: 10, seed: 'tests' })

  expect(done.wrong).toEqual([])
  expect(done).toMatchObject({ deleted: 10 })
  expect(done.moved).toBeGreaterThan(0)
})
