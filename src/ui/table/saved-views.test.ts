import { expect, test } from 'vitest'
import { MOST_VIEWS, readViews, type SavedView, withoutView, withView } from './saved-views.ts'

const view = (name: string, search = ''): SavedView => ({ name, search, isRoomy: false, limit: 50 })

test('what was kept is read again', () => {
  const kept: SavedView[] = [{ ...view('独居老人', '?living=alone&min=80'), columns: ['name', 'age'], sort: { by: 'age', down: true } }]

  expect(readViews(JSON.stringify(kept))).toEqual(kept)
})

test.each([undefined, '', 'no json', '{}', '[{"name":""}]', '[1]'])('%j is nothing', (text) => {
  expect(readViews(text)).toEqual([])
})

test('a view of the same name is replaced and stands last', () => {
  const views = withView([view('甲', '?a=1'), view('乙')], view('甲', '?a=2'))

  expect(views.map(({ name, search }) => name + search)).toEqual(['乙', '甲?a=2'])
})

test('beyond the most the oldest goes', () => {
  let views: SavedView[] = []
  for (let at = 0; at <= MOST_VIEWS; at += 1) views = withView(views, view(String(at)))

  expect(views).toHaveLength(MOST_VIEWS)
  expect(views[0]?.name).toBe('1')
  expect(withoutView(views, '1')).toHaveLength(MOST_VIEWS - 1)
})
