/** Two files of one citizen become one. */
export const mergeWords = {
  'registry.merge.title': ['合并两份档案', 'Merge two files'],
  'registry.merge.byOthers': [
    '合并由区县办理，请把两份档案告诉区县业务岗。',
    'Merging is for the county; tell its officer which two files.',
  ],
  'registry.merge.menu': ['与另一份合并', 'Merge with another file'],
  'registry.merge.words': [
    '左边这份留下，右边那份并入后关闭。档案再改动以前可以撤销。',
    'The left file is kept; the right one is closed. It can be undone until the file changes.',
  ],
  'registry.merge.find': ['找另一份：姓名、拼音、手机或证件尾号', 'Find the other file'],
  'registry.merge.kept': ['留下', 'Kept'],
  'registry.merge.gone': ['并入后关闭', 'Goes'],
  'registry.merge.swap': ['左右对换', 'Swap'],
  'registry.merge.another': ['换一份', 'Another'],
  'registry.merge.field': ['项目', 'Field'],
  'registry.merge.same': ['相同', 'Same'],
  'registry.merge.differ': ['{{count}} 项不同，逐项选用哪一份', '{{count}} fields differ: choose one by one'],
  'registry.merge.parts': [
    '服役、身份、家里人两份都保留，重复的只留一条。',
    'Service, identities and kin of both are kept, without doubles.',
  ],
  'registry.merge.filled': ['只有一份有，自动带入', 'Only one has it: taken over'],
  'registry.merge.do': ['合并', 'Merge'],
  'registry.merge.needOther': ['先找到另一份档案', 'Find the other file first'],
  'registry.merge.undo': ['撤销合并', 'Undo the merge'],
  'registry.merge.undoWords': ['两份档案都回到合并前的样子。', 'Both files are as they were before.'],
  'registry.merge.use': ['{{field}}用哪一份', 'Which one for {{field}}'],
} as const satisfies Record<string, readonly [string, string]>
