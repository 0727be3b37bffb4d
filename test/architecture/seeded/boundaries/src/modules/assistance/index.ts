export const assistance = 'assistance'
