/** A letter as it is printed. */
export const letterWords = {
  'matters.letter.print': ['打印', 'Print'],
  'matters.letter.word': ['下载 Word', 'Word file'],
  'matters.letter.wordHint': ['Word 里姓名、证件写全，会留下下载记录', 'The Word file names people in full; the download is recorded'],
  'matters.letter.refused': [
    '没有这份文书，或你不能看它的内容。请回到事项页再看。',
    'There is no such letter, or its words are sealed to you.',
  ],
  'matters.letter.back': ['回到事项', 'Back to the matter'],
  'matters.letter.none': ['没有这份文书', 'There is no such letter'],
} as const satisfies Record<string, readonly [string, string]>
