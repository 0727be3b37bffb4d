import { expect, test } from 'vitest'
import { type Face, faceOf, type ModuleWeb } from '../ui/page-entry.ts'
import { accessPages } from './desk/access/index.tsx'

const modules = Object.values(import.meta.glob<ModuleWeb>('../modules/*/web/index.tsx', { eager: true }))
const pages = [...modules.flatMap((module) => module.pages), ...accessPages]

test.each<Face>(['desk', 'me', 'open'])('no two doors of %s have the same picture', (face) => {
  const icons = pages.flatMap((page) => (page.rail && faceOf(page) === face ? [page.rail.icon] : []))

  expect(icons.toSorted()).toEqual([...new Set(icons)].toSorted())
})
