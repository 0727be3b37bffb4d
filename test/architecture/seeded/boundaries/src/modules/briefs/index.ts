export const briefs = 'briefs'
