import type { ImportedResource, ImportPlace, NoteTaker, ResourceFate } from '../report.ts'
import { type OpenFrame, STACK } from './evaluate/openFrames.ts'
import { placeIn } from './evaluate/stackOf.ts'
import { isOfNetwork } from './resources/keptAside.ts'
import type { ResourceType } from './resources/resourceType.ts'
import type { Stack, StackResource } from './stack.ts'
import { openProperties } from './tellStacks.ts'

/** What is known of the types, and what was drawn. */
export interface FateSetup {
  readonly types: Readonly<Record<string, ResourceType>>
  readonly keptAside: Readonly<Record<string, ResourceType>>
  readonly constructs: Readonly<Record<string, unknown>>
  readonly taker: NoteTaker
}

/** What became of every resource of the templates, in the order that they have there. */
export function fatesOf(
  frames: readonly OpenFrame[],
  stacks: readonly Stack[],
  setup: FateSetup,
): readonly ImportedResource[] {
  const left = new Set(
    setup.taker.notes.flatMap(({ kind, place }) => (kind === 'skipped' && place ? keyOf(place) : [])),
  )
  const evaluated = new Map(stacks.flatMap(({ resources }) => resources.map((one) => [one.id, one] as const)))
  return frames.flatMap(({ frame }) =>
    [...frame.resources().values()].map((declared): ImportedResource => {
      const { logicalId, type } = declared
      const place = placeIn(frame, logicalId)
      const about = { id: `${frame.prefix}${logicalId}`, type, place }
      if (frame.isThere(declared) === false) return { ...about, fate: 'off', open: [] }
      if (type === STACK) return { ...about, fate: frame.nested(declared) ? 'part' : 'unread', open: [] }
      const resource = evaluated.get(about.id)
      const isAside = Object.hasOwn(setup.keptAside, type)
      return {
        ...about,
        fate: fateOf(about.id, type, left.has(keyOf(place)), setup),
        open: resource && !isAside && Object.hasOwn(setup.types, type) ? openOf(resource) : [],
      }
    }),
  )
}

function fateOf(id: string, type: string, isLeft: boolean, { types, keptAside, constructs }: FateSetup): ResourceFate {
  if (Object.hasOwn(constructs, id)) return 'construct'
  if (isLeft) return 'left'
  if (Object.hasOwn(keptAside, type)) return 'aside'
  if (!Object.hasOwn(types, type)) return isOfNetwork(type) ? 'unread' : 'aside'
  return 'part'
}

const openOf = (resource: StackResource): ImportedResource['open'] =>
  openProperties(resource).map(({ name, reason }) => ({ property: name, reason }))

const keyOf = ({ file, key }: ImportPlace): string => `${file} ${key}`
