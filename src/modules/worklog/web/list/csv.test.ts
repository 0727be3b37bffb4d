import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a sheet begins with the mark of UTF-8, keeps commas, quotes and lines, and carries no formula', () => {
  const sheet = csvOf([
    ['种类', '内容'],
    ['会议', '说“好”, "好"'],
    ['=1+1', '两\n行'],
  ])

  expect(sheet).toBe('\u{feff}种类,内容\r\n会议,"说“好”, ""好"""\r\n\'=1+1,"两\n行"\r\n')
})
