import type { Field } from '../../matters/matter-type.ts'
import { words } from '../../matters/words.ts'

/** What an office says in the end; asked alike of the opinion, its review and its recheck. */
export const opinion: readonly Field[] = [
  {
    code: 'result',
    name: words('处理结果', 'Result'),
    kind: 'choice',
    required: true,
    choices: [
      { code: 'supported', name: words('支持', 'Supported') },
      { code: 'partly', name: words('部分支持', 'Supported in part') },
      { code: 'explained', name: words('不支持，已说明', 'Not supported, explained') },
    ],
  },
  { code: 'opinionText', name: words('意见书正文', 'Text of the opinion'), kind: 'longText', required: true, min: 10 },
]
