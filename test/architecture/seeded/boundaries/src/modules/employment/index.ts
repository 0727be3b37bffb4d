export const employment = 'employment'
