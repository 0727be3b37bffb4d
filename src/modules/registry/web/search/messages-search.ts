/** The one search box, and why someone was found. */
export const searchWords = {
  'registry.match.name': ['姓名', 'name'],
  'registry.match.pinyin': ['姓名拼音', 'pinyin'],
  'registry.match.initials': ['姓名首字母', 'initials'],
  'registry.match.phone': ['手机尾号', 'phone tail'],
  'registry.match.citizenId': ['证件尾号', 'id tail'],
  'registry.search.open': ['打开档案', 'open'],
  'registry.search.visit': ['记走访', 'visit'],
  'registry.search.count': ['{{place}} {{count}} 人', '{{count}} in {{place}}'],
  'registry.search.many': ['{{place}} {{count}} 人以上，多打几个字', 'More than {{count}} in {{place}}: type more'],
  'registry.search.none': ['没有找到“{{query}}”。管辖范围以外的人这里查不到。', 'Nobody found for “{{query}}” in your range.'],
  'registry.search.short': ['尾号至少打 4 位', 'A tail needs four digits'],
  'registry.search.wait': ['正在找…', 'Searching…'],
  'registry.search.capture': ['建一份档案', 'Open a file'],
} as const satisfies Record<string, readonly [string, string]>
