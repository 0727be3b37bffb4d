export const casework = 'casework'
