import type { Field } from '../../matters/matter-type.ts'
import { words } from '../../matters/words.ts'

/**
 * What an office says in the end. The opinion, its review and its recheck are asked alike and kept apart: the letter of the
 * first says what the first office found, whatever the next ones found after it.
 */
export const opinionOf = (stage: 'opinion' | 'review' | 'recheck'): readonly Field[] => [
  {
    code: stage === 'opinion' ? 'result' : `${stage}Result`,
    name: words('处理结果', 'Result'),
    kind: 'choice',
    required: true,
    choices: [
      { code: 'supported', name: words('支持', 'Supported') },
      { code: 'partly', name: words('部分支持', 'Supported in part') },
      { code: 'explained', name: words('不支持，已说明', 'Not supported, explained') },
    ],
  },
  { code: `${stage}Text`, name: words('意见书正文', 'Text of the opinion'), kind: 'longText', required: true, min: 10 },
]
