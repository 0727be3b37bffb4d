import { maskAddress, maskBankCard, maskCitizenId, maskName, maskPhone } from '../../../../kernel/mask.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { listNames } from '../../../network/index.ts'
import { type FileState, findClass, findFile, measureCompleteness } from '../../../registry/index.ts'
import type { MyFile } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { findMatterType } from '../matters/load-types.ts'
import { ownPerson, whereOwnFileIs } from './own-person.ts'

/** The kind of matter by which somebody says that the file is wrong. */
export const CORRECTION = 'fileCorrection'

type Line = MyFile['sections'][number]['lines'][number]
type Sections = MyFile['sections']

const masked = (mask: (value: string) => string, value: string | null): string | null => (value === null ? null : mask(value))

/** Numbers are masked for their owner too: the page is opened on telephones that others look at. */
function sectionsOf({ person, service, identities, kin }: FileState, place: { household: string; isAgent: boolean }): Sections {
  const line = (field: string, value: string | null, list: string | null = null): Line => ({ field, value, list, isMissing: false })
  return [
    {
      code: 'who',
      lines: [
        line('name', place.isAgent ? maskName(person.name) : person.name),
        line('citizenId', maskCitizenId(person.citizenId)),
        line('sex', person.sex, 'sex'),
        line('householdRegion', place.household),
      ],
    },
    {
      code: 'contact',
      lines: [
        line('phone', masked(maskPhone, person.phone)),
        line('address', masked(maskAddress, person.address)),
        line('bankCard', masked(maskBankCard, person.bankCard)),
      ],
    },
    {
      code: 'life',
      lines: [
        line('maritalStatus', person.maritalStatus, 'marital'),
        line('education', person.education, 'education'),
        line('employment', person.employment, 'employment'),
        line('living', person.living, 'living'),
      ],
    },
    {
      code: 'service',
      lines: service.flatMap((spell) => [
        line('enlistedOn', spell.enlistedOn),
        line('dischargedOn', spell.dischargedOn),
        line('rankGroup', spell.rankGroup, 'rank'),
        line('placementWay', spell.placementWay, 'placement'),
      ]),
    },
    {
      code: 'identities',
      lines: identities
        .filter(({ toOn, status }) => toOn === null && status !== 'ended')
        .map(({ classCode, grade }) =>
          line('identities', [findClass(classCode)?.zh ?? classCode, grade === null ? '' : `${grade}级`].join('')),
        ),
    },
    { code: 'kin', lines: kin.map((member) => line(`kin.${member.relation}`, maskName(member.name))) },
  ]
}

/** Marks what is missing, and adds a line for what the file has no word of. */
function withGaps(sections: Sections, missing: readonly string[]): Sections {
  const gaps = new Set(missing)
  const said = sections.map(({ code, lines }) => ({
    code,
    lines: lines.map((line) => {
      const isMissing = line.value === null && gaps.delete(line.field)
      return { ...line, isMissing }
    }),
  }))
  const rest = [...gaps].map((field): Line => ({ field, value: null, list: null, isMissing: true }))
  return said.map((section) => (section.code === 'life' ? { ...section, lines: [...section.lines, ...rest] } : section))
}

async function findCorrection({ tx, actor, today }: ViewContext): Promise<Pick<MyFile, 'correctionKind' | 'correctionOpenId'>> {
  if (!findMatterType(CORRECTION, today)) return { correctionKind: null, correctionOpenId: null }
  const { rows } = await tx.query<{ id: string }>(
    'select id from casework.matters where person_id = $1 and type_code = $2 and closed_on is null order by opened_on desc limit 1',
    [ownPerson(actor), CORRECTION],
  )
  return { correctionKind: CORRECTION, correctionOpenId: rows[0]?.id ?? null }
}

export const seeMyFile = view(contract.seeMyFile, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run(context) {
    const personId = ownPerson(context.actor)
    const file = await findFile(context, personId)
    if (!file) return undefined
    const region = file.state.person.householdRegion
    const [found] = await listNames(context.tx, [region as never])
    const household = found ? `${found.parentName ?? ''}${found.name}` : region
    const sections = sectionsOf(file.state, { household, isAgent: context.actor.person?.agent !== undefined })
    const { rows } = await context.tx.query<{ on: MyFile['updatedOn'] }>(
      `select (updated_at at time zone 'Asia/Shanghai')::date as on from registry.people where id = $1 and status <> 'transferred'`,
      [personId],
    )
    return {
      sections: withGaps(sections, measureCompleteness(file.state, findClass).missing),
      updatedOn: rows[0]?.on ?? null,
      ...(await findCorrection(context)),
    }
  },
})
