export const worklog = 'worklog'
