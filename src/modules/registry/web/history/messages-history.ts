/** What changed on a file and what passed. */
export const historyWords = {
  'registry.change.none': ['（空）', '(empty)'],
  'registry.change.count': ['{{count}} 项', '{{count}}'],
  'registry.change.version': ['第 {{count}} 版', 'Version {{count}}'],
  'registry.change.source': ['来源：{{source}}', 'Source: {{source}}'],
  'registry.change.more': ['更早的版本', 'Earlier versions'],
  'registry.event.captured': ['建档', 'File opened'],
  'registry.event.changed': ['修改档案', 'File changed'],
  'registry.event.died': ['登记去世', 'Death recorded'],
  'registry.event.archived': ['关档', 'File closed'],
  'registry.event.transferAsked': ['申请转移', 'Transfer asked'],
  'registry.event.transferSettled': ['转移有答复', 'Transfer answered'],
  'registry.event.transferred': ['档案转移', 'File transferred'],
  'registry.event.merged': ['合并档案', 'Files merged'],
  'registry.event.mergeUndone': ['撤销合并', 'Merge undone'],
  'registry.event.unmasked': ['查看完整信息', 'Full data seen'],
} as const satisfies Record<string, readonly [string, string]>
