import * as assistance from './modules/assistance/index.ts'
import * as benefits from './modules/benefits/index.ts'
import * as briefs from './modules/briefs/index.ts'
import * as casework from './modules/casework/index.ts'
import * as indicators from './modules/indicators/index.ts'
import * as ledger from './modules/ledger/index.ts'
import * as memorial from './modules/memorial/index.ts'
import * as network from './modules/network/index.ts'
import * as placement from './modules/placement/index.ts'
import * as registry from './modules/registry/index.ts'
import * as worklog from './modules/worklog/index.ts'
import { accountActionsFor, accountViews, MLPS_PASSWORDS } from './platform/access/index.ts'
import type { Action, View } from './platform/actions/declare.ts'
import type { OpenPaper } from './platform/files/index.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { journalViews } from './platform/journal/journal-views.ts'
import { reindexPhones } from './platform/personal/index.ts'
import { platformTables, type Reindex, type SealedTable } from './platform/rotation/index.ts'

// Nobody knows who stands on it, or beside it: here they are introduced.
network.askForClients(registry.countPeopleByStation)
network.askForFiles({ begin: registry.beginHandOver, countFiles: registry.countFiles, findHandOvers: registry.findHandOvers })
network.askWhatLies(registry.countFileLoads)
network.askWhatLies(casework.countWorkLoads)
network.askWhatLies(assistance.countAidLoads)
network.askWhatLies(worklog.countStandingLoads)
network.askWhatLies(network.countOwnLoads)
registry.followFiles(casework.followFiles)
registry.followMoves(casework.followMove)
registry.followMerges(casework.followMerge)
registry.followMoves(placement.followMove)
registry.followMoves(assistance.followMove)
registry.followMerges(placement.followMerge)
registry.followStations(casework.followStation)
registry.followStations(assistance.followStation)
registry.followStations(worklog.followStation)
// Work recorded without a network may come in by a file.
casework.carryInFiles(worklog.actions)

/** Everything that Guidui can do and show. A module that is not here is not in the program. */
const accountActions = accountActionsFor({ passwords: MLPS_PASSWORDS, isUnit: network.isOpenUnit })

export const actions: readonly Action[] = [
  ...accountActions,
  ...assistance.actions,
  ...network.actions,
  ...registry.actions,
  ...casework.actions,
  ...placement.actions,
  ...benefits.actions,
  ...worklog.actions,
  ...memorial.actions,
  ...briefs.actions,
  ...ledger.actions,
  ...indicators.actions,
]

export const views: readonly View[] = [
  ...accountViews,
  ...journalViews,
  ...assistance.views,
  ...network.views,
  ...registry.views,
  ...casework.views,
  ...placement.views,
  ...benefits.views,
  ...worklog.views,
  ...memorial.views,
  ...ledger.views,
  ...indicators.views,
  ...briefs.views,
]

/** Where ciphertexts lie: a rotation writes them anew. A column that is missing here fails a test. */
export const sealedTables: readonly SealedTable[] = [
  ...platformTables,
  ...registry.sealedTables,
  ...casework.sealedTables,
  ...placement.sealedTables,
  ...benefits.sealedTables,
  ...worklog.sealedTables,
  ...assistance.sealedTables,
  ...ledger.sealedTables,
]

/** What is found by keyed hashes, which are made anew when the key of them changes. */
export const reindexes: readonly Reindex[] = [reindexPhones, registry.reindexPeople, casework.reindexMatters, casework.reindexHouseholds]

export const jobs: readonly Job[] = [...registry.jobs, ...benefits.jobs, ...ledger.jobs]

/** Whether somebody may see a paper that was given in a matter, with a record of work or of a memorial: the files know none of them. */
export const openPaper: OpenPaper = async (tx, asked) =>
  (await casework.openPaper(tx, asked)) || (await worklog.openEvidence(tx, asked)) || (await memorial.openPhoto(tx, asked))
