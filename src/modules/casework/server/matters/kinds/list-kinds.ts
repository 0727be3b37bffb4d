import { view } from '../../../../../platform/actions/declare.ts'
import * as contract from '../../../contract.ts'
import { listMatterTypes, matterTypes } from '../load-types.ts'
import { seatsOf } from '../seats.ts'
import { kindOf } from './kind-of-type.ts'

/** Declarations are law and no secret: they are the same for every reader, and only who may begin them is not. */
export const listKinds = view(contract.listKinds, {
  grant: 'matter.read',
  where: (_, { actor }) => actor.unitCode,
  run: ({ today, actor }, { typeCode, version }) => {
    const types = version === undefined ? listMatterTypes(today) : matterTypes.filter((type) => type.version === version)
    const asked = types.filter(({ code }) => typeCode === undefined || code === typeCode)
    const seats = seatsOf(actor)
    const canBegin = asked.filter(({ begins }) => begins.by.some((seat) => seats.includes(seat))).map(({ code }) => code)
    return Promise.resolve({ kinds: asked.map(kindOf), canBegin })
  },
})
