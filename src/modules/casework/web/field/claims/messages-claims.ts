import { defineMessages } from '../../../../../ui/text/messages.ts'

/** Two versions of the same thing, and the choice between them. */
export const claimMessages = defineMessages(
  {
    'casework.claims.none': '没有等人选定的两个版本',
    'casework.claims.head': '{{who}}离线记下的{{what}}，服务器没有接收',
    'casework.claims.legend': '{{field}}：用哪一个',
    'casework.claims.device': '设备上的：{{value}}',
    'casework.claims.server': '档案里的：{{value}}',
    'casework.claims.empty': '空',
    'casework.claims.true': '是',
    'casework.claims.false': '否',
    'casework.claims.otherField': '其他内容',
    'casework.claims.unknownPlace': '名录里没有的地方',
    'casework.claims.nothing': '没有逐项可选的内容。核对以后写明怎样处理，再结束这一条。',
    'casework.claims.reason': '依据',
    'casework.claims.reasonHint': '例：当面问过本人',
    'casework.claims.settle': '选定',
    'casework.claims.incomplete': '请每一项都选一个，并写明依据（至少两个字）。',
    'casework.claims.refusal.already-settled': '已经有人选定了，请刷新。',
    'casework.claims.refusal.choice-missing': '还有没选的项，请每一项都选一个。',
    'casework.claims.refusal.cannot-be-written':
      '选的内容写不进档案：它和档案里现在的其他内容合不上，或档案已经关闭。请改选档案里的，再到档案页更正。',
  },
  {
    'casework.claims.none': 'No two versions wait for a choice',
    'casework.claims.head': '{{who}} recorded without a network what the server did not take: {{what}}',
    'casework.claims.legend': '{{field}}: which one',
    'casework.claims.device': 'On the device: {{value}}',
    'casework.claims.server': 'In the file: {{value}}',
    'casework.claims.empty': 'empty',
    'casework.claims.true': 'yes',
    'casework.claims.false': 'no',
    'casework.claims.otherField': 'Something else',
    'casework.claims.unknownPlace': 'a place that is not on the list',
    'casework.claims.nothing': 'There is nothing to choose field by field. Check it, write down what was done, and end it.',
    'casework.claims.reason': 'On what ground',
    'casework.claims.reasonHint': 'for instance: asked them in person',
    'casework.claims.settle': 'Choose',
    'casework.claims.incomplete': 'Choose one for each field, and write down the ground (two characters and more).',
    'casework.claims.refusal.already-settled': 'Somebody has chosen already. Reload the page.',
    'casework.claims.refusal.choice-missing': 'A field has not been chosen yet. Choose one for each.',
    'casework.claims.refusal.cannot-be-written':
      'The file does not take what was chosen: it does not go with what the file says now, or the file is closed. Keep what is in the file, and correct it there.',
  },
)
