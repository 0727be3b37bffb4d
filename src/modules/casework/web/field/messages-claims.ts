import { defineMessages } from '../../../../ui/text/messages.ts'

/** Two versions of the same thing, and the choice between them. */
export const claimMessages = defineMessages(
  {
    'casework.claims.none': '没有等人选定的两个版本',
    'casework.claims.head': '{{who}}离线记下的{{what}}，服务器没有接收',
    'casework.claims.legend': '{{field}}：用哪一个',
    'casework.claims.device': '设备上的：{{value}}',
    'casework.claims.server': '档案里的：{{value}}',
    'casework.claims.empty': '空',
    'casework.claims.nothing': '没有逐项可选的内容。核对以后写明怎样处理，再结束这一条。',
    'casework.claims.reason': '依据',
    'casework.claims.reasonHint': '例：当面问过本人',
    'casework.claims.settle': '选定',
    'casework.claims.incomplete': '请每一项都选一个，并写明依据（至少两个字）。',
    'casework.claims.refusal.already-settled': '已经有人选定了，请刷新。',
    'casework.claims.refusal.choice-missing': '还有没选的项，请每一项都选一个。',
    'casework.claims.refusal.cannot-be-written': '选的内容写不进档案（{{because}}）。请改选档案里的，再到档案页更正。',
    'casework.claims.field.name': '姓名',
    'casework.claims.field.phone': '手机',
    'casework.claims.field.address': '住址',
    'casework.claims.field.citizenId': '证件号',
    'casework.claims.field.bankCard': '银行卡',
    'casework.claims.field.employment': '就业',
    'casework.claims.field.living': '居住',
    'casework.claims.field.education': '学历',
    'casework.claims.field.maritalStatus': '婚姻',
    'casework.claims.field.politicalStatus': '政治面貌',
    'casework.claims.field.householdRegion': '户籍地',
    'casework.claims.field.residenceRegion': '居住地',
  },
  {
    'casework.claims.none': 'No two versions wait for a choice',
    'casework.claims.head': '{{who}} recorded without a network what the server did not take: {{what}}',
    'casework.claims.legend': '{{field}}: which one',
    'casework.claims.device': 'On the device: {{value}}',
    'casework.claims.server': 'In the file: {{value}}',
    'casework.claims.empty': 'empty',
    'casework.claims.nothing': 'There is nothing to choose field by field. Check it, write down what was done, and end it.',
    'casework.claims.reason': 'On what ground',
    'casework.claims.reasonHint': 'for instance: asked them in person',
    'casework.claims.settle': 'Choose',
    'casework.claims.incomplete': 'Choose one for each field, and write down the ground (two characters and more).',
    'casework.claims.refusal.already-settled': 'Somebody has chosen already. Reload the page.',
    'casework.claims.refusal.choice-missing': 'A field has not been chosen yet. Choose one for each.',
    'casework.claims.refusal.cannot-be-written':
      'The file does not take what was chosen ({{because}}). Keep what is in the file, and correct it there.',
    'casework.claims.field.name': 'Name',
    'casework.claims.field.phone': 'Phone',
    'casework.claims.field.address': 'Address',
    'casework.claims.field.citizenId': 'Citizen ID',
    'casework.claims.field.bankCard': 'Bank card',
    'casework.claims.field.employment': 'Work',
    'casework.claims.field.living': 'Living',
    'casework.claims.field.education': 'Education',
    'casework.claims.field.maritalStatus': 'Marital status',
    'casework.claims.field.politicalStatus': 'Political status',
    'casework.claims.field.householdRegion': 'Household place',
    'casework.claims.field.residenceRegion': 'Place of residence',
  },
)

type ClaimKey = (typeof claimMessages)['keys'][number]

/** The key of a field's name; undefined where it has none of its own. */
export const fieldKey = (field: string): ClaimKey | undefined => claimMessages.keys.find((key) => key === `casework.claims.field.${field}`)
