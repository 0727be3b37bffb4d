export const queries = 'queries'
