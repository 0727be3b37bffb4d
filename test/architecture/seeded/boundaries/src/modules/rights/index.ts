export const rights = 'rights'
