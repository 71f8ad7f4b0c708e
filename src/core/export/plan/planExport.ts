import type { Catalogue } from '../../aws/catalogue.ts'
import { appendAll } from '../../base/appendAll.ts'
import { compareText } from '../../base/order.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { tagText } from '../text/tagText.ts'
import type { ExportRemark } from '../types.ts'
import { drawnAddressesFirst } from './drawnAddressesFirst.ts'
import { explainEnvironments } from './environments.ts'
import { type ExistingPart, existingOf, type MaybePart } from './existing.ts'
import { explainOrganisation } from './explainOrganisation.ts'
import { findStacks, type StackMembers } from './findStacks.ts'
import { nameParts } from './nameParts.ts'
import { type Naming, namingOf } from './naming.ts'
import { orderParts } from './orderParts.ts'
import type { Part, PartKey, PartName } from './part.ts'
import { type Place, placesOf } from './places.ts'
import { planners } from './planners.ts'
import { type Planned, type Planning, remarkWritten, type Wanted } from './planning.ts'
import { STRICT_TAGS } from './strictTags.ts'
import { type Drawn, drawnOf } from './variables.ts'
import { withExisting } from './withExisting.ts'

/** What is made in one account and Region, in order of creation. */
export interface StackPlan {
  readonly accountId: string
  readonly regionCode: string
  readonly parts: readonly Part[]
  readonly byKey: ReadonlyMap<PartKey, Part>
  /** AWS-managed prefix lists that are looked up: key -> list name, sorted. */
  readonly managedLists: ReadonlyMap<PartKey, string>
  /** Ids that another stack makes, or that somebody has to give: sorted by key. */
  readonly imports: ReadonlyMap<PartKey, Wanted>
  /** Of the imports those that are there already: key -> which part it would be, and its id where the design says one. */
  readonly existing: ReadonlyMap<PartKey, ExistingPart>
  /** Constructs that are made unless an id is given: own part -> how the id is called. */
  readonly maybe: ReadonlyMap<PartKey, MaybePart>
  /** Logical names: letters and digits, unique within the whole export. */
  readonly names: ReadonlyMap<PartKey, string>
  /** What differs between environments. */
  readonly drawn: Drawn
  /** How names and tags read. */
  readonly naming: Naming
}
export interface ExportPlan {
  readonly stacks: readonly StackPlan[]
  readonly remarks: readonly ExportRemark[]
}

/** Plans once what every format prints: which resources, in what order, under which names. `reserved` names are not given out. */
export function planExport(
  design: Design,
  catalogue: Catalogue,
  reserved: ReadonlySet<string>,
  networkOnly = false,
): ExportPlan {
  const remarks: ExportRemark[] = []
  const stacks = findStacks(design, remarks, networkOnly)
  const places = new Map<ConstructId, readonly Place[]>()
  // Places come in the construct's own order, its home first
  for (const { members, accountId, regionCode } of stacks)
    for (const { id } of members)
      places.set(id, placesIn(design, id) ?? [...(places.get(id) ?? []), { accountId, regionCode }])
  const existing = existingOf(design, remarks)
  const drafts = withExisting(
    existing,
    stacks.map((members) => planStack(design, catalogue, members, places, remarks)),
  )
    .filter((draft) => draft.parts.length > 0)
    .map(withDrawnAddressesFirst)
  for (const { parts } of drafts)
    for (const { name, construct } of parts)
      if (STRICT_TAGS.has(name))
        remarkWritten({ remarks }, construct, 'in tags, its name', construct.name, tagText(construct.name))
  const keys = new Set(
    drafts.flatMap((draft) => [
      ...draft.parts.map((part) => part.key),
      ...draft.managedLists.keys(),
      ...draft.imports.keys(),
    ]),
  )
  const names = nameParts([...keys], reserved)
  const drawn = drawnOf(design)
  const naming = namingOf(design)
  appendAll(remarks, explainEnvironments(design, drawn))
  appendAll(remarks, explainOrganisation(design))
  return { stacks: drafts.map((draft) => ({ ...draft, names, drawn, naming })), remarks: onceEach(remarks) }
}

type Draft = Omit<StackPlan, 'names' | 'drawn' | 'naming'>

function withDrawnAddressesFirst(draft: Draft): Draft {
  const parts = orderParts(drawnAddressesFirst(draft.parts))
  return { ...draft, parts, byKey: new Map(parts.map((part) => [part.key, part])) }
}

/** Several parts of a construct may have the same to say. */
function onceEach(remarks: readonly ExportRemark[]): readonly ExportRemark[] {
  const seen = new Set<string>()
  return remarks.filter(({ construct, message }) => {
    const key = `${construct} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}

function placesIn(design: Design, id: ConstructId): readonly Place[] | null {
  const construct = design.constructs[id]!
  if (construct.kind === 'prefix-list') return null
  const places = placesOf(design, construct)
  return typeof places === 'string' ? null : places
}

function planStack(
  design: Design,
  catalogue: Catalogue,
  { accountId, regionCode, members }: StackMembers,
  places: ReadonlyMap<ConstructId, readonly Place[]>,
  remarks: ExportRemark[],
): Draft {
  const managed = new Map<PartKey, string>()
  const wanted: Planning['wanted'] = new Map()
  const included = new Set(members.map((one) => one.id))
  const planning: Planning = {
    design,
    catalogue,
    accountId,
    regionCode,
    included,
    places,
    wanted,
    managedLists: managed,
    remarks,
  }
  const drafts = members.flatMap((construct) => planConstruct(construct, planning))
  const made = new Set([...drafts.map((part) => part.key), ...managed.keys()])
  const imports = new Map([...wanted].filter(([key]) => !made.has(key)).sort(([a], [b]) => compareText(a, b)))
  const complete = drafts.map((part) => ({
    ...part,
    needs: part.needs.filter((key) => made.has(key) || imports.has(key)),
  }))
  // AWS's own default group is only mentioned where something uses it
  const used = new Set(complete.flatMap((part) => part.needs))
  const parts = orderParts(complete.filter((part) => part.name !== 'default-group' || used.has(part.key)))
  const managedLists = new Map([...managed].sort(([a], [b]) => compareText(a, b)))
  return {
    accountId,
    regionCode,
    parts,
    byKey: new Map(parts.map((part) => [part.key, part])),
    managedLists,
    imports,
    existing: new Map(),
    maybe: new Map(),
  }
}

function planConstruct<K extends ConstructKind>(construct: Planned<K>, planning: Planning): readonly Part[] {
  const planner = planners[construct.kind]
  return planner ? planner(construct, planning) : []
}

/** The logical name of a part that the plan is known to hold. */
export function nameOf(stack: StackPlan, key: PartKey): string {
  const name = stack.names.get(key)
  if (name === undefined) throw new Error(`The export plan has no part ${key}`)
  return name
}

const isNamed = <N extends PartName>(part: Part, name: N): part is Extract<Part, { name: N }> => part.name === name

/** The part of that key and name; throws when the plan holds another. */
export function partOf<N extends PartName>(stack: StackPlan, key: PartKey, name: N): Extract<Part, { name: N }> {
  const part = stack.byKey.get(key)
  if (!part || !isNamed(part, name)) throw new Error(`The export plan has no ${name} ${key}`)
  return part
}
