export const volunteer = 'volunteer'
