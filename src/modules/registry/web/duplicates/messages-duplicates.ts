/** Files that may be of one citizen. */
export const duplicateWords = {
  'registry.duplicate.plain': ['疑似重复', 'Suspected duplicates'],
  'registry.duplicate.title': ['疑似重复：[[{{count}}]] 对等着核对', '[[{{count}}]] pairs to look at'],
  'registry.duplicate.none': ['没有疑似重复的档案', 'No suspected duplicates'],
  'registry.duplicate.noneWords': [
    '建档、改动、导入时自动比对同一区县里的姓名、出生日期、手机和证件尾号。',
    'Names, days of birth, phones and id tails of the county are compared when files are opened, changed or imported.',
  ],
  'registry.duplicate.noneDismissed': ['没有排除过的', 'None dismissed'],
  'registry.duplicate.which': ['看哪些', 'Which'],
  'registry.duplicate.open': ['待核对', 'To look at'],
  'registry.duplicate.dismissed': ['已排除', 'Dismissed'],
  'registry.duplicate.one': ['一份', 'One'],
  'registry.duplicate.other': ['另一份', 'The other'],
  'registry.duplicate.signs': ['哪里像', 'In common'],
  'registry.duplicate.sign.sound': ['姓名（含同音）', 'name or its sound'],
  'registry.duplicate.sign.birth': ['出生日期', 'day of birth'],
  'registry.duplicate.sign.phone': ['手机', 'phone'],
  'registry.duplicate.sign.idEnd': ['证件末 8 位', 'last 8 of the id'],
  'registry.duplicate.foundOn': ['发现', 'Found on'],
  'registry.duplicate.act': ['怎么办', 'Act'],
  'registry.duplicate.merge': ['去合并', 'Merge'],
  'registry.duplicate.dismiss': ['不是同一人', 'Not the same'],
  'registry.duplicate.dismissWords': [
    '{{one}}和{{other}}确实是两个人：写明怎么核对的，以后不再提示。',
    '{{one}} and {{other}} are two people: say how you know. They will not be shown again.',
  ],
} as const satisfies Record<string, readonly [string, string]>
