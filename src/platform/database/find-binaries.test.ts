import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PlainError } from '../../kernel/plain-error.ts'
import { findBinaries, linkLibraries } from './find-binaries.ts'

/** A package as npm unpacks it: the list of links, and none of them. */
async function unpack(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'guidui-package-'))
  onTestFinished(() => rm(home, { recursive: true }))
  await mkdir(join(home, 'native/lib'), { recursive: true })
  await writeFile(join(home, 'native/lib/libpq.so.5.18'), '')
  await writeFile(join(home, 'native/pg-symlinks.json'), '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]')
  return home
}

test('the library links that npm left out are made, by two processes at once and once more', async () => {
  const home = await unpack()

  await Promise.all([linkLibraries(home), linkLibraries(home)])
  await linkLibraries(home)

  expect(await readlink(join(home, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
})

test('a folder in which no link can be made is named', async () => {
  const home = await unpack()
  await rm(join(home, 'native/lib'), { recursive: true })

  const linking = linkLibraries(home)

  await expect(linking).rejects.toThrow(/无法在 .*native\/lib\/libpq\.so\.5 [\s\S]*Make that folder writable/)
})

test('a platform without a shipped server is told about DATABASE_URL', async () => {
  const finding = findBinaries('aix-ppc64')

  await expect(finding).rejects.toThrow(/aix-ppc64[\s\S]*Set DATABASE_URL/)
  await expect(finding).rejects.toBeInstanceOf(PlainError)
})
