/** Whether each matter can be accounted for. */
export const balanceWords = {
  'matters.balance.title': ['有没有漏件', 'Is anything missing'],
  'matters.balance.whole': ['受理的每一件都有下落。', 'Every matter that was begun can be accounted for.'],
  'matters.balance.missing': [
    '[[!有事项没有下落]]，请立即告诉系统管理员。',
    '[[!Matters have disappeared]]: tell the system administrator now.',
  ],
  'matters.balance.kind': ['事项', 'Matter'],
  'matters.balance.begun': ['受理', 'Begun'],
  'matters.balance.ended': ['已办结', 'Ended'],
  'matters.balance.pending': ['在办', 'Pending'],
  'matters.balance.overdue': ['逾期', 'Overdue'],
  'matters.balance.lost': ['没有下落', 'Missing'],
  'matters.balance.none': ['这里还没有受理过事项', 'No matter has been begun here'],
} as const satisfies Record<string, readonly [string, string]>
