/** What every form of a file says, and what two people who change it at once are told. */
export const formWords = {
  'registry.form.reason': ['为什么改', 'Why'],
  'registry.form.reasonHint': ['会和这次修改记在一起', 'Kept beside the change'],
  'registry.form.source': ['依据（材料、电话）', 'Source (a paper, a call)'],
  'registry.form.keepEmpty': ['现为 {{masked}}；不改就空着', 'Now {{masked}}; leave empty to keep'],
  'registry.form.nowEmpty': ['现在没有', 'Nothing yet'],
  'registry.form.clear': ['清掉这一项', 'Empty this field'],
  'registry.form.nothing': ['还没有改动', 'Nothing changed yet'],
  'registry.conflict.title': ['别人刚改过：{{fields}}', 'Just changed by someone else: {{fields}}'],
  'registry.conflict.whole': ['别人刚改过这份档案。', 'Someone changed this file just now.'],
  'registry.conflict.now': ['{{field}} 现在是 {{value}}', '{{field}} is now {{value}}'],
  'registry.conflict.mine': ['按我填的存', 'Save mine'],
  'registry.conflict.theirs': ['这几项用别人的', 'Keep theirs'],
} as const satisfies Record<string, readonly [string, string]>
