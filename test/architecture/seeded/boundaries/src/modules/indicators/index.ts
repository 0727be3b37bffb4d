export const indicators = 'indicators'
