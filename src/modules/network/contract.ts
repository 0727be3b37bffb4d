export * from './contract-accreditation.ts'
export * from './contract-divisions.ts'
export * from './contract-staff.ts'
export * from './contract-units.ts'
