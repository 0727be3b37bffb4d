export const unlisted = 'unlisted'
