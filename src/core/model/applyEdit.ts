import { assertNever } from '../base/assertNever.ts'
import { formatCount } from '../base/formatCount.ts'
import {
  type Design,
  MOST_CONSTRUCTS,
  MOST_REQUESTS,
  type Placement,
  placement,
  type SavedRequest,
  savedRequest,
  settings,
} from './design.ts'
import type { ChangeEdit, Edit } from './edit.ts'
import { definitions } from './kinds/definitions.ts'
import { type Construct, type ConstructId, constructSchema } from './kinds/registry.ts'
import { describeIssues } from './parse/describeIssues.ts'

/** A design in the making: each part is copied once, before its first change. */
interface Draft {
  readonly before: Design
  design: { -readonly [K in keyof Design]: Design[K] }
  constructs: Record<ConstructId, Construct> | null
  layout: Record<ConstructId, Placement> | null
  count: number
}

/** The design after one edit, and the edit that takes it back exactly. Throws an error that says why when the edit does not fit. */
export function applyEdit(design: Design, edit: Edit): { readonly design: Design; readonly inverse: Edit } {
  const { design: after, inverse } = applyEdits(design, [edit])
  return { design: after, inverse: inverse[0]! }
}

/** As `applyEdit`, for a list: all of it or, by throwing, none. `inverse` is in the order in which it is to be applied. */
export function applyEdits(
  design: Design,
  edits: readonly Edit[],
): { readonly design: Design; readonly inverse: readonly Edit[] } {
  const draft: Draft = { before: design, design: { ...design }, constructs: null, layout: null, count: -1 }
  const inverse = edits.map((edit) => applyTo(draft, edit))
  return { design: edits.length === 0 ? design : draft.design, inverse: inverse.reverse() }
}

/** Whether an error says that an edit does not fit the design; its message is a sentence for the person. */
export const isEditRefused = (error: unknown): error is Error => error instanceof Error && error.name === 'EditRefused'

function refuse(sentence: string): never {
  throw Object.assign(new Error(sentence), { name: 'EditRefused' })
}

function applyTo(draft: Draft, edit: Edit): Edit {
  switch (edit.kind) {
    case 'add':
      return add(draft, edit.construct, edit.placement)
    case 'remove':
      return remove(draft, edit.id)
    case 'change':
      return change(draft, edit)
    case 'place':
      return place(draft, edit.id, edit.placement)
    case 'settings':
      return set(draft, edit.fields)
    case 'save-request':
      return save(draft, edit.request, edit.index)
    case 'forget-request':
      return forget(draft, edit.id)
    default:
      return assertNever(edit)
  }
}

function add(draft: Draft, given: Construct, at: Placement | undefined): Edit {
  const { id } = given
  if (Object.hasOwn(draft.design.constructs, id)) refuse(`There is already a construct with the id “${id}”.`)
  if (draft.count < 0) draft.count = Object.keys(draft.design.constructs).length
  if (draft.count >= MOST_CONSTRUCTS) refuse(`A design holds at most ${formatCount(MOST_CONSTRUCTS)} constructs.`)
  constructsOf(draft)[id] = validConstruct(given, id)
  draft.count++
  if (at) layoutOf(draft)[id] = validPlacement(id, at)
  return { kind: 'remove', id }
}

function remove(draft: Draft, id: ConstructId): Edit {
  const construct = existing(draft, id)
  const at = draft.design.layout[id]
  delete constructsOf(draft)[id]
  draft.count--
  if (at) delete layoutOf(draft)[id]
  return { kind: 'add', construct, ...(at ? { placement: at } : {}) }
}

function change(draft: Draft, edit: ChangeEdit): Edit {
  const construct = existing(draft, edit.id)
  if (construct.kind !== edit.of)
    refuse(`“${edit.id}” is ${definitions[construct.kind].noun}, not ${definitions[edit.of].noun}.`)
  const before: Record<string, unknown> = {}
  for (const key of Object.keys(edit.fields)) {
    if (key === 'kind' || key === 'id' || !Object.hasOwn(construct, key))
      refuse(`${definitions[construct.kind].title} “${construct.name}” has no field “${key}” that can be changed.`)
    before[key] = construct[key as keyof Construct]
  }
  constructsOf(draft)[edit.id] = validConstruct({ ...construct, ...edit.fields } as Construct, construct.name)
  return { ...edit, fields: before } as ChangeEdit
}

function place(draft: Draft, id: ConstructId, at: Placement | null): Edit {
  existing(draft, id)
  const before = draft.design.layout[id] ?? null
  if (at) layoutOf(draft)[id] = validPlacement(id, at)
  else delete layoutOf(draft)[id]
  return { kind: 'place', id, placement: before }
}

function set(draft: Draft, fields: Extract<Edit, { kind: 'settings' }>['fields']): Edit {
  const before: Record<string, unknown> = {}
  for (const key of Object.keys(fields)) before[key] = draft.design[key as keyof typeof fields]
  const result = settings.safeParse(fields)
  if (!result.success) refuse(`The design cannot take that: ${firstProblem(result.error.issues, fields)}.`)
  Object.assign(draft.design, result.data)
  return { kind: 'settings', fields: before }
}

function save(draft: Draft, given: SavedRequest, index: number | undefined): Edit {
  const result = savedRequest.safeParse(given)
  if (!result.success) refuse(`The request cannot be saved: ${firstProblem(result.error.issues, given)}.`)
  const { requests } = draft.design
  const standing = requests.findIndex((request) => request.id === given.id)
  if (standing >= 0) {
    draft.design.requests = requests.with(standing, result.data)
    return { kind: 'save-request', request: requests[standing]! }
  }
  if (requests.length >= MOST_REQUESTS) refuse(`A design holds at most ${formatCount(MOST_REQUESTS)} saved requests.`)
  draft.design.requests = requests.toSpliced(index ?? requests.length, 0, result.data)
  return { kind: 'forget-request', id: given.id }
}

function forget(draft: Draft, id: string): Edit {
  const { requests } = draft.design
  const index = requests.findIndex((request) => request.id === id)
  if (index < 0) refuse(`There is no saved request with the id “${id}”.`)
  draft.design.requests = requests.toSpliced(index, 1)
  return { kind: 'save-request', request: requests[index]!, index }
}

function existing(draft: Draft, id: ConstructId): Construct {
  if (!Object.hasOwn(draft.design.constructs, id)) refuse(`There is no construct with the id “${id}”.`)
  return draft.design.constructs[id]!
}

function constructsOf(draft: Draft): Record<ConstructId, Construct> {
  if (!draft.constructs) {
    draft.constructs = { ...draft.design.constructs }
    draft.design.constructs = draft.constructs
  }
  return draft.constructs
}

function layoutOf(draft: Draft): Record<ConstructId, Placement> {
  if (!draft.layout) {
    draft.layout = { ...draft.design.layout }
    draft.design.layout = draft.layout
  }
  return draft.layout
}

// What an edit brings is held to the schema, so that a design that could be edited can always be saved and opened again.
function validConstruct(given: Construct, called: string): Construct {
  const result = constructSchema.safeParse(given)
  if (result.success) return result.data
  return refuse(
    `${definitions[given.kind]?.title ?? 'Construct'} “${called}” cannot be so: ${firstProblem(result.error.issues, given)}.`,
  )
}

function firstProblem(issues: Parameters<typeof describeIssues>[0], given: unknown): string {
  const { path, message } = describeIssues(issues, given)[0]!
  return path ? `${path} ${message}` : message
}

function validPlacement(id: ConstructId, given: Placement): Placement {
  const result = placement.safeParse(given)
  return result.success
    ? result.data
    : refuse(`“${id}” cannot be placed there: its position is not a number within the canvas.`)
}
