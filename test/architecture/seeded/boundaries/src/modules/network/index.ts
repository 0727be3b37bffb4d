export const network = 'network'
