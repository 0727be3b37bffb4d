import { expect, test } from 'vitest'
import { type Face, faceOf, liesBehind, type ModuleWeb, type PageEntry, type RailEntry } from '../ui/page-entry.ts'
import { accessPages } from './desk/access/index.tsx'

const modules = Object.values(import.meta.glob<ModuleWeb>('../modules/*/web/index.tsx', { eager: true }))
const pages = [...modules.flatMap((module) => module.pages), ...accessPages]

test.each<Face>(['desk', 'me', 'open'])('no two doors of %s have the same picture', (face) => {
  const icons = pages.flatMap((page) => (page.rail && faceOf(page) === face ? [page.rail.icon] : []))

  expect(icons.toSorted()).toEqual([...new Set(icons)].toSorted())
})

/** An account's own page is reached by its name in the bar, through no door. */
const beyondTheRail = ['/desk/account']

const isDoor = (page: PageEntry): page is PageEntry & { rail: RailEntry } => page.rail !== undefined && faceOf(page) === 'desk'

test.each(pages.filter((page) => faceOf(page) === 'desk' && !beyondTheRail.includes(page.path)).map(({ path }) => path))(
  '%s lies behind exactly one door of the desk',
  (path) => {
    const address = path.replaceAll(/:\w+/g, 'one')

    expect(
      pages
        .filter(isDoor)
        .filter((door) => liesBehind(door, address))
        .map((door) => door.path),
    ).toHaveLength(1)
  },
)

test('a path that only begins with the same letters lies behind no door', () => {
  const accounts = pages.filter(isDoor).filter(({ path }) => path.startsWith('/desk/account'))

  expect(accounts.some((door) => liesBehind(door, '/desk/account'))).toBe(false)
  expect(accounts.some((door) => liesBehind(door, '/desk/accounts/one'))).toBe(true)
})
