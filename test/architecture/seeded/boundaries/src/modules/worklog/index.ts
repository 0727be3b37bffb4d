export const training = 'training'
