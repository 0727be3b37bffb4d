/** The offices of the province itself: 广东省直. */
const PROVINCE_ITSELF = '440000000000'

/** 广州、深圳、惠州 with their counties. */
const CITIES = ['4401', '4403', '4413'] as const

/**
 * Whether the direct train (直通车) runs at a unit: four pilots of 广东, as a report of the province names them (A054). No law
 * names places, and whether others have followed is unverified.
 */
export const isPilot = (unitCode: string): boolean => unitCode === PROVINCE_ITSELF || CITIES.some((city) => unitCode.startsWith(city))
