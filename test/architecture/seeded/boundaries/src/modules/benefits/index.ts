export const benefits = 'benefits'
