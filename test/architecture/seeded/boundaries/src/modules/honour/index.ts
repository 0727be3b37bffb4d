export const honour = 'honour'
