import { groupBy } from '../../base/groupBy.ts'
import type { Design } from '../../model/design.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { fateOf } from '../cloudformation/fatesOf.ts'
import { keptAside } from '../cloudformation/resources/keptAside.ts'
import { RESOURCE_TYPES } from '../cloudformation/resources/resourceTypes.ts'
import type { StackResource } from '../cloudformation/stack.ts'
import { openProperties } from '../cloudformation/tellStacks.ts'
import { idFrom } from '../fields.ts'
import type { ImportedResource, NoteTaker, ResourceFate } from '../report.ts'
import { skippedPlaces } from '../skippedPlaces.ts'
import { idOfAws } from './identify.ts'
import { isOfNetwork } from './isOfNetwork.ts'
import type { Existing } from './putExisting.ts'
import type { World } from './resolve/world.ts'
import { addsToNothing } from './tellOpen.ts'
import type { Instance } from './terraformRoot.ts'
import type { Translated } from './translate.ts'

/** What was drawn, and what was told on the way. */
export interface FateSetup {
  readonly existing: Existing
  readonly constructs: Design['constructs']
  readonly taker: NoteTaker
}

type Fate = Pick<ImportedResource, 'fate' | 'construct' | 'open'>

/** What nothing in a file is, however many name it. */
const PLACES: ReadonlySet<Construct['kind']> = new Set(['account', 'region', 'availability-zone'])

const READ_LATER = 'it is read only during the apply'
const ADDS_TO_NOTHING = 'it is what no file manages, or is known only after the apply'
const PUT_OFF = 'the plan puts it off'

/** What became of every instance of every file, of what a plan takes away and of what it puts off, by their addresses. */
export function fatesOf(
  world: World,
  { resources, seen }: Translated,
  { existing, constructs, taker }: FateSetup,
): readonly ImportedResource[] {
  const isLeft = skippedPlaces(taker)
  const byPlace = groupBy(resources, ({ place }) => place)
  const counted = new Set(world.instances)
  const lost = new Set(addsToNothing(seen, world.types).map(({ instance }) => instance))
  const drawn = (id: string | null): string | null =>
    id !== null && Object.hasOwn(constructs, id) && !PLACES.has(constructs[id]!.kind) ? id : null

  function fateOfManaged(one: Instance): Fate {
    const construct = drawn(world.ids.get(one) ?? idOfAws(one))
    const own = byPlace.get(one.place) ?? []
    const open = openOf(one, own)
    if (construct !== null) return { fate: 'construct', construct, open }
    if (isLeft(one.place)) return { fate: 'left', open }
    if (!Object.hasOwn(world.types, one.type)) return { fate: isOfNetwork(one.type) ? 'unread' : 'aside', open: [] }
    if (lost.has(one))
      return { fate: 'unread', open: [{ property: world.types[one.type]!.addsTo!, reason: ADDS_TO_NOTHING }] }
    const itself = own.find(({ id }) => id === world.ids.get(one))
    const setup = { types: RESOURCE_TYPES, keptAside, constructs }
    const fate: ResourceFate = itself ? fateOf(itself.id, itself.type, false, setup) : 'part'
    return { fate, open: fate === 'aside' ? [] : open }
  }

  function fateOfSource(one: Instance): Fate {
    if (existing.unread.includes(one)) return { fate: 'unread', open: [] }
    if (existing.deferred.includes(one)) return { fate: 'unread', open: [{ property: 'id', reason: READ_LATER }] }
    // what another file manages, or says already, counts there
    if (!existing.read.has(one) && counted.has(one)) return { fate: 'aside', open: [] }
    const construct = [one.values.id, one.values.zone_id, one.values.arn]
      .map((value) => (typeof value === 'string' ? (drawn(value) ?? drawn(idFrom(value))) : null))
      .find((id) => id !== null)
    if (construct) return { fate: 'construct', construct, open: [] }
    return { fate: isLeft(one.place) ? 'left' : 'part', open: [] }
  }

  return world.roots.flatMap(({ file, instances, removed, deferred }) => {
    const place = (address: string) => ({ file, key: address, index: null })
    return [
      ...instances.map((one): ImportedResource => {
        const { fate, construct, open } = one.mode === 'data' ? fateOfSource(one) : fateOfManaged(one)
        return {
          id: one.address,
          type: one.mode === 'data' ? `data.${one.type}` : one.type,
          place: one.place,
          fate,
          ...(construct !== undefined && construct !== one.address && { construct }),
          open,
        }
      }),
      ...deferred.map(
        ({ address, type }): ImportedResource => ({
          id: address,
          type,
          place: place(address),
          fate: 'unread',
          open: [{ property: 'id', reason: PUT_OFF }],
        }),
      ),
      ...removed.map(
        ({ address, type }): ImportedResource => ({ id: address, type, place: place(address), fate: 'off', open: [] }),
      ),
    ]
  })
}

/** What of an instance, and of what stands in it, could not be worked out: by its own argument where the reason names it, so that one reason holds for many. */
function openOf({ address }: Instance, resources: readonly StackResource[]): ImportedResource['open'] {
  const all = resources.flatMap(openProperties).map(({ name, reason }) => {
    const [property, rest] = reason.split(` of ${address} `, 2)
    return rest === undefined || property!.includes(' ')
      ? { property: name, reason }
      : { property: property!, reason: `it ${rest}` }
  })
  return [...new Map(all.map((one) => [JSON.stringify(one), one] as const)).values()]
}
