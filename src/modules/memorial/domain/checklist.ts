/**
 * What is looked at on a patrol of a memorial facility: the body, its inscriptions, its surroundings, safety, signs, and order on
 * the day (烈士褒扬条例: protected, kept up and managed; which items a list has is a setting of the house, no text names them).
 */
export const CHECK_ITEMS = ['structure', 'inscription', 'surroundings', 'safety', 'signs', 'order'] as const
