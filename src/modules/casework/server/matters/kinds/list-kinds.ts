import { view } from '../../../../../platform/actions/declare.ts'
import * as contract from '../../../contract.ts'
import { listMatterTypes, matterTypes } from '../load-types.ts'
import { kindOf } from './kind-of-type.ts'

/** Declarations are law and no secret: they are the same for every reader. */
export const listKinds = view(contract.listKinds, {
  grant: 'matter.read',
  where: (_, { actor }) => actor.unitCode,
  run: ({ today }, { typeCode, version }) => {
    const types = version === undefined ? listMatterTypes(today) : matterTypes.filter((type) => type.version === version)
    return Promise.resolve({ kinds: types.filter(({ code }) => typeCode === undefined || code === typeCode).map(kindOf) })
  },
})
