import { sortedBy } from '../base/order.ts'
import { planTidy } from '../layout/planTidy.ts'
import { type Design, FORMAT, MOST_CONSTRUCTS, VERSION } from '../model/design.ts'
import { constructKinds } from '../model/kinds/definitions.ts'
import { type Construct, constructSchema } from '../model/kinds/registry.ts'
import { tellLeaves } from './accounting/tellLeaves.ts'
import { plain } from './fields.ts'
import { type Importing, note } from './importing.ts'
import { markMissing } from './markMissing.ts'
import { organisationOf } from './organisations.ts'
import { rankNotes } from './rankNotes.ts'
import type { Entry } from './records.ts'
import { type ImportReport, type MissingCommand, moreNotesOf } from './report.ts'
import { keptServiceZones } from './serviceZones.ts'
import { NO_ACCOUNT } from './whereabouts.ts'

/** What came of an import: the design is whole whatever the files were like, and the report says what is not in it. */
export interface ImportResult {
  readonly design: Design
  readonly report: ImportReport
}

/** What reads the records of a top-level key; `id` is the member that tells two of them apart (null = each counts on its own). */
export interface Reader {
  readonly key: string
  readonly id: string | null
  /** Absent: other readers look its records up. */
  readonly read?: (entry: Entry, importing: Importing) => undefined
}

/** What is said of an import beside its records. */
export interface About {
  readonly title: string
  readonly description: string
  /** How many files there were. */
  readonly files: number
  /** Draws what the records only hint at, when all of them are read. */
  readonly complete?: (importing: Importing) => void
  /** What would say more; asked when everything is read. */
  missing(importing: Importing, design: Design): readonly MissingCommand[]
}

/** How the note on a record begins that no reader was prepared for; tests look for it. */
export const STUMBLED = 'The record is of a shape that could not be read'

/** As the format has it. */
const MOST_TITLE = 200
/** More calls than this nobody types. */
const MOST_MISSING = 1000

/** Lets the readers make constructs of the records, in their order, and puts the design and the report together. Never throws. */
export function assemble(importing: Importing, readers: readonly Reader[], about: About): ImportResult {
  for (const { key, read } of readers)
    if (read) for (const entry of importing.records(key)) readSafely(importing, read, entry)
  about.complete?.(importing)
  addAccounts(importing)
  markMissing(importing)
  const design = designOf(importing, about)
  const constructs: Record<string, number> = {}
  for (const { kind } of Object.values(design.constructs)) constructs[kind] = (constructs[kind] ?? 0) + 1
  const { taker } = importing
  tellLeaves(importing)
  const missing = mostWanted(importing, about.missing(importing, design))
  return {
    design,
    report: {
      files: about.files,
      constructs,
      notes: rankNotes(taker.notes, design),
      more: moreNotesOf(taker),
      missing,
    },
  }
}
/** A record that a reader stumbles over is one that cannot be read: the rest goes on, and the report says so. */
function readSafely(importing: Importing, read: NonNullable<Reader['read']>, entry: Entry): void {
  try {
    read(entry, importing)
  } catch (error) {
    note(importing, 'skipped', `${STUMBLED}: ${(error as Error).message}`, entry.place)
  }
}

/** Accounts come last: their zones are known then. */
function addAccounts(importing: Importing): void {
  for (const [number, regions] of importing.zones) {
    const zones = Object.fromEntries(
      [...regions].flatMap(([region, names]) => (names.size > 0 ? [[region, Object.fromEntries(names)]] : [])),
    )
    const id = number === '' ? NO_ACCOUNT : `account-${number}`
    const name = number === '' ? 'Account not named in the files' : `Account ${number}`
    const account = {
      kind: 'account',
      id,
      name,
      accountId: number || '000000000000',
      outboundPort25: 'unknown',
    } as const
    const known = { ...account, zones, serviceZones: keptServiceZones(importing, number) }
    const whole = constructSchema.safeParse({ ...known, ...organisationOf(importing, number) })
    if (!whole.success) note(importing, 'skipped', `${name}: what is said of it cannot be kept`)
    importing.constructs.set(id, whole.success ? whole.data : constructSchema.parse(account))
  }
}

function designOf(importing: Importing, { title, description }: About): Design {
  const all = [...importing.constructs.values()]
  if (all.length > MOST_CONSTRUCTS) {
    note(importing, 'skipped', `${all.length - MOST_CONSTRUCTS} constructs more than a design holds`)
    const rank = new Map(constructKinds.map((kind, index) => [kind, index]))
    all.sort((a, b) => rank.get(a.kind)! - rank.get(b.kind)!)
  }
  const constructs: Record<string, Construct> = {}
  for (const construct of sortedBy(all.slice(0, MOST_CONSTRUCTS), ({ id }) => id)) constructs[construct.id] = construct
  const design: Design = {
    format: FORMAT,
    version: VERSION,
    title: titleFor(importing, title),
    description,
    rulesAsOf: 'latest',
    constructs,
    requests: [],
    layout: {},
  }
  return { ...design, layout: layoutOf(design) }
}

/** A folder or an archive may be called what no title can be. */
function titleFor(importing: Importing, given: string): string {
  const title = plain(given, MOST_TITLE).trim() || 'Imported network'
  if (title !== given)
    note(
      importing,
      'assumed',
      `The title of the design is “${title}”: its name is too long for one, or has letters that are not shown`,
    )
  return title
}

/** The calls that most hangs on; how many there are besides is said. */
function mostWanted(importing: Importing, missing: readonly MissingCommand[]): readonly MissingCommand[] {
  const more = missing.length - MOST_MISSING
  if (more > 0)
    note(importing, 'unknown', `${more} calls more than are listed were missing; collect.sh makes all of them`)
  return missing.slice(0, MOST_MISSING)
}

const layoutOf = (design: Design): Design['layout'] =>
  Object.fromEntries(
    planTidy(design).flatMap((edit) => (edit.kind === 'place' && edit.placement ? [[edit.id, edit.placement]] : [])),
  )
