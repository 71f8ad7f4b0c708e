import type { ImportedResource, NoteTaker, ResourceFate } from '../report.ts'
import { skippedPlaces } from '../skippedPlaces.ts'
import { type OpenFrame, STACK } from './evaluate/openFrames.ts'
import { placeIn } from './evaluate/stackOf.ts'
import { isOfNetwork } from './resources/keptAside.ts'
import type { ResourceType } from './resources/resourceType.ts'
import type { Stack, StackResource } from './stack.ts'
import { openProperties } from './tellStacks.ts'

/** What is known of the types, and what was drawn. */
export interface Known {
  readonly types: Readonly<Record<string, ResourceType>>
  readonly keptAside: Readonly<Record<string, ResourceType>>
  readonly constructs: Readonly<Record<string, unknown>>
}

/** What became of every resource of the templates, in the order that they have there. */
export function fatesOf(
  frames: readonly OpenFrame[],
  stacks: readonly Stack[],
  known: Known,
  taker: NoteTaker,
): readonly ImportedResource[] {
  const isLeft = skippedPlaces(taker)
  const evaluated = new Map(stacks.flatMap(({ resources }) => resources.map((one) => [one.id, one] as const)))
  return frames.flatMap(({ frame }) =>
    [...frame.resources().values()].map((declared): ImportedResource => {
      const { logicalId, type } = declared
      const place = placeIn(frame, logicalId)
      const about = { id: `${frame.prefix}${logicalId}`, type, place }
      if (frame.isThere(declared) === false) return { ...about, fate: 'off', open: [] }
      if (type === STACK) return { ...about, fate: frame.nested(declared) ? 'part' : 'unread', open: [] }
      const resource = evaluated.get(about.id)
      const row = Object.hasOwn(known.types, type) ? known.types[type] : undefined
      const isAside =
        Object.hasOwn(known.keptAside, type) || (resource !== undefined && row?.isAside?.(resource) === true)
      return {
        ...about,
        fate: isAside ? 'aside' : fateOf(about.id, type, isLeft(place), known),
        open: resource && !isAside && row ? openOf(resource) : [],
      }
    }),
  )
}

/** What became of a resource that is there; `isLeft`: something of it was left out. */
export function fateOf(
  id: string,
  type: string,
  isLeft: boolean,
  { types, keptAside, constructs }: Known,
): ResourceFate {
  if (Object.hasOwn(constructs, id)) return 'construct'
  if (isLeft) return 'left'
  if (Object.hasOwn(keptAside, type)) return 'aside'
  if (!Object.hasOwn(types, type)) return isOfNetwork(type) ? 'unread' : 'aside'
  return 'part'
}

const openOf = (resource: StackResource): ImportedResource['open'] =>
  openProperties(resource).map(({ name, reason }) => ({ property: name, reason }))
