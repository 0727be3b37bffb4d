/** Kin that are changed or taken off. */
export const kinWords = {
  'registry.kin.remove': ['去掉这位', 'Remove'],
  'registry.kin.removeTitle': ['从档案里去掉{{name}}', 'Take {{name}} off the file'],
  'registry.kin.changeTitle': ['修改家里人', 'Change a member of the kin'],
} as const satisfies Record<string, readonly [string, string]>
