export const ROLES = ['stationWorker'] as const
