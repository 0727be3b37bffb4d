/** 贵阳市云岩区, and the half-year that document 002 is about. */
export const YUNYAN = '520103000000'
export const GUIYANG = '520100000000'
export const FROM = '2024-01-01'
export const TO = '2024-06-30'
/** The half-years around it, of which nothing may be counted. */
export const BEFORE = ['2023-07-01', '2023-12-31'] as const
export const AFTER = ['2024-07-01', '2024-09-30'] as const
