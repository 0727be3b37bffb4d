import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { filterOf } from './list-persons.ts'

interface BandRow {
  from: number
  men: number
  women: number
}

/** The same people as the roster's, counted by age on the day and sex; from a hundred on they are one band. */
export const listAges = view(contract.listAges, {
  grant: 'person.read',
  where: (input) => input.place,
  async run({ tx, today }, input) {
    const filter = filterOf(input, today)
    const { rows } = await tx.query<BandRow>(
      `select least(extract(year from age($${filter.values.length + 1}::date, p.born_on))::int / 5 * 5, 100) as "from",
              (count(*) filter (where p.sex = 'male'))::int as men, (count(*) filter (where p.sex = 'female'))::int as women
         from registry.people p where ${filter.text} group by 1 order by 1`,
      [...filter.values, today],
    )
    return { rows }
  },
})
