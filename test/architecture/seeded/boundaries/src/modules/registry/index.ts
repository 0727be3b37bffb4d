export const registry = 'registry'
