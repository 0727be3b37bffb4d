export const MEMORIALS_PATH = '/desk/memorials'

export const facilityPath = (facilityId: string): string => `${MEMORIALS_PATH}/${facilityId}`
