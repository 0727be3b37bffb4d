export const named = 'badly'
