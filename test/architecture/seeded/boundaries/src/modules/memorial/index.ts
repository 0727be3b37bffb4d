export const memorial = 'memorial'
