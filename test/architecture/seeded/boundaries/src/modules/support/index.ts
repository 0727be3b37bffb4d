export const support = 'support'
