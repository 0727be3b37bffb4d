import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { announced, cohort, office, place, seePlace } from '../../../../../test/placement-world.ts'
import { actor, BANAN, divisions, ground, value } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { openFileStore, recordFile } from '../../../../platform/files/index.ts'
import type { CandidateLine } from '../../contract.ts'

const database = await openTestDatabase()
const directory = await mkdtemp(join(tmpdir(), 'guidui-marks-'))
const spine = ground(database)
const files = await openFileStore({ directory, secrets: spine.secrets })
const on = { ...spine, files }
afterAll(async () => {
  await database.close()
  await rm(directory, { recursive: true, force: true })
})
beforeAll(() => divisions(database))

const { officer } = office
const EXAM = { method: 'exam', weights: { service: 50, exam: 30, appraisal: 20 } }

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

async function upload(who: Actor, bytes: Buffer, name: string): Promise<string> {
  const taken = await files.take(whole(bytes))
  if (!taken.ok) throw new Error(taken.refusal.code)
  const file = { unitCode: who.unitCode, kind: 'import' as const, ownerId: who.accountId, name, bytes: taken.value, now: on.clock.now() }
  return await withScope(database.appPool, who.scope, 'write', (tx) => recordFile(tx, file))
}

/** A table as LibreOffice Calc wrote it: a title over merged columns, a header, decimals as numbers. Made of marks.csv by `soffice --convert-to xlsx`. */
const WORKBOOK = await readFile(new URL('./fixtures/marks-by-libreoffice.xlsx', import.meta.url))

async function examined(people: number, given: object = EXAM): Promise<string> {
  const cohortId = await cohort(on, given)
  for (let at = 0; at < people; at += 1) await announced(on, cohortId)
  return cohortId
}

const marksOf = async (cohortId: string) =>
  value<{ candidates: CandidateLine[] }>(await seePlace(on, officer, { name: 'cohort.get', input: { cohortId } })).candidates.map(
    ({ number, exam, appraisal }) => [number, exam, appraisal],
  )

const bring = (who: Actor, cohortId: string, fileId: string) => place(on, who, { name: 'cohort.bringMarks', input: { cohortId, fileId } })

test('marks come in from a workbook of LibreOffice, each to the candidate of its number, exact to the hundredth', async () => {
  const cohortId = await examined(3)

  const answer = await bring(officer, cohortId, await upload(officer, WORKBOOK, '考试考核成绩.xlsx'))

  expect(value(answer)).toEqual({ brought: 3 })
  expect(await marksOf(cohortId)).toEqual([
    [1, 8650, 9100],
    [2, 7225, 8850],
    [3, 6400, 7975],
  ])
})

test('a workbook that names somebody who is not in the cohort brings nobody’s marks', async () => {
  const cohortId = await examined(2)

  const answer = await bring(officer, cohortId, await upload(officer, WORKBOOK, '考试考核成绩.xlsx'))

  expect(answer).toMatchObject({ refusal: { code: 'rows-wrong', rows: [{ row: 5, why: 'unknown-number' }] } })
  expect(await marksOf(cohortId)).toEqual([
    [1, null, null],
    [2, null, null],
  ])
})

test('a mark that is none, a number given twice and no number are each told by their row', async () => {
  const cohortId = await examined(3)
  const csv = '编号,考试成绩\n1,八十\n2,70\n2,71\n,60\n3,80.555\n'

  const answer = await bring(officer, cohortId, await upload(officer, Buffer.from(csv), '成绩.csv'))

  expect(answer).toMatchObject({
    refusal: {
      code: 'rows-wrong',
      rows: [
        { row: 2, why: 'not-a-mark' },
        { row: 4, why: 'twice' },
        { row: 5, why: 'no-number' },
        { row: 6, why: 'not-a-mark' },
      ],
    },
  })
})

test('only an exam has marks, only the officer’s own file is read, and only who may write brings them', async () => {
  const [byPoints, byExam] = [await examined(1, {}), await examined(3)]
  const fileId = await upload(officer, WORKBOOK, '成绩.xlsx')
  const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })

  expect(await bring(officer, byPoints, fileId)).toMatchObject({ refusal: { code: 'no-exam' } })
  expect(await bring(officer, byExam, await upload(office.approver, WORKBOOK, '成绩.xlsx'))).toMatchObject({
    refusal: { code: 'no-such-file' },
  })
  expect(await bring(office.approver, byExam, fileId)).toMatchObject({ problem: { code: 'not-permitted' } })
  expect(await bring(banan, byExam, fileId)).toMatchObject({ problem: { code: 'not-found' } })
})
