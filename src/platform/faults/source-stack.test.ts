import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { sourceStack } from './source-stack.ts'

const folder = await mkdtemp(join(tmpdir(), 'source-stack-'))
afterAll(() => rm(folder, { recursive: true }))

const stackAt = (file: string): string =>
  `Error: broken\n    at work (${pathToFileURL(join(folder, file)).href}:2:1)\n    at node:internal/process:95:5`

test('a built place is told as the place of its source', async () => {
  const mappings = 'AAAA;AAKI'
  await writeFile(join(folder, 'work.js.map'), JSON.stringify({ version: 3, sources: ['work.ts'], names: [], mappings }))

  const told = sourceStack(stackAt('work.js'))

  expect(told).toBe(`Error: broken\n    at work (${join(folder, 'work.ts')}:6:5)\n    at node:internal/process:95:5`)
})

test('a place without a map stays as it is', () => {
  expect(sourceStack(stackAt('mapless.js'))).toBe(stackAt('mapless.js'))
})

test('a damaged map hides no fault', async () => {
  await writeFile(join(folder, 'torn.js.map'), '{"version":3,')

  expect(sourceStack(stackAt('torn.js'))).toBe(stackAt('torn.js'))
})
