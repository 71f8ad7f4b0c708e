import { groupBy } from '../../base/groupBy.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import { brokenRules } from './evaluate/brokenRules.ts'
import { findCircle } from './evaluate/findCircle.ts'
import type { OpenFrame } from './evaluate/openFrames.ts'
import { placeIn } from './evaluate/stackOf.ts'
import { wrongPlaces } from './evaluate/whereOf.ts'
import { KNOWN_TRANSFORMS, transformIn } from './functions/transformIn.ts'
import { reasonIn } from './isUnknown.ts'
import type { ResourceType } from './resources/resourceType.ts'
import type { Stack, StackResource } from './stack.ts'
import type { Template } from './template/readTemplate.ts'

const MOST_NAMED = 12
const MOST_REASONS = 60

/** A circle without its middle where it is long. */
const shortened = (names: readonly string[]): readonly string[] =>
  names.length > 8 ? [...names.slice(0, 6), '…', names.at(-1)!] : names

/** Tells what is wrong with a template as a whole, and what its stack had to say. */
export function tellFrame(taker: NoteTaker, { frame, notes, nested }: OpenFrame): void {
  const { template } = frame
  const place = placeIn(frame, null)
  for (const name of template.wrong)
    takeNote(taker, 'unreadable', `The section ${name} is no object: nothing of it is read`, place)
  for (const wrong of wrongPlaces(template))
    takeNote(taker, 'assumed', `Metadata.Hopwise: ${wrong}; ${frame.region} and ${frame.account} are taken`, place)
  for (const name of template.transforms)
    if (typeof name !== 'string' || !KNOWN_TRANSFORMS.has(name))
      takeNote(taker, 'unknown', `What the transform ${textOf(name)} makes of the template is not known`, place)
  for (const [name, section] of Object.entries(sectionsOf(template)))
    if ('Fn::Transform' in section)
      takeNote(
        taker,
        'unknown',
        `${name}: what ${transformIn(section['Fn::Transform'])} puts there is not known`,
        place,
      )
  for (const rule of brokenRules(frame)) takeNote(taker, 'assumed', rule, place)
  const circle = findCircle(frame)
  if (circle)
    takeNote(
      taker,
      'assumed',
      `AWS will not deploy it: resources wait for each other in a circle, ${shortened(circle).join(' → ')}`,
      placeIn(frame, circle[0]!),
    )
  for (const { kind, message, at } of notes) takeNote(taker, kind, message, placeIn(frame, at))
  for (const one of nested) tellFrame(taker, one)
}

/** Sections of which a transform may make a part; of resources the frame tells it. */
const sectionsOf = ({ parameters, mappings, rules, conditions, outputs, globals }: Template) => ({
  Parameters: parameters,
  Mappings: mappings,
  Rules: rules,
  Conditions: conditions,
  Outputs: outputs,
  Globals: globals,
})

const textOf = (name: unknown): string => (typeof name === 'string' ? name : String(Object(name).Name ?? ''))

/** Properties on which nothing in a network hangs, whatever they come to. */
const NO_MATTER: ReadonlySet<string> = new Set([
  'Tags',
  'ImageId',
  'UserData',
  'KeyName',
  'IamInstanceProfile',
  'Code',
  'Environment',
  'Role',
  'MasterUserPassword',
  'MasterUsername',
])

/** The properties of a resource that could not be worked out, and why. */
export const openProperties = ({
  properties,
}: StackResource): readonly { readonly name: string; readonly reason: string }[] =>
  Object.entries(properties).flatMap(([name, value]) => {
    const reason = NO_MATTER.has(name) ? null : reasonIn(value)
    return reason === null ? [] : [{ name, reason }]
  })

/** Tells, a line a reason, what could not be worked out, and, a line a type, what is not read. */
export function tellValues(
  taker: NoteTaker,
  stacks: readonly Stack[],
  rowOf: (type: string) => ResourceType | null,
): void {
  const resources = stacks
    .flatMap((stack) => stack.resources)
    .filter((one) => rowOf(one.type) !== null && rowOf(one.type)?.isAside?.(one) !== true)
  const open = resources.flatMap((resource) => openProperties(resource).map((one) => ({ ...one, resource })))
  const reasons = [...groupBy(open, ({ reason }) => reason)]
  for (const [reason, same] of reasons.slice(0, MOST_REASONS))
    takeNote(taker, 'unknown', `Not known, as ${reason}: ${namesOf(same)}`, same[0]!.resource.place, {
      isOfResources: true,
    })
  if (reasons.length > MOST_REASONS)
    takeNote(taker, 'unknown', `${reasons.length - MOST_REASONS} reasons more why values are not known`, null)
  const unread = resources.flatMap((resource) =>
    Object.keys(resource.properties).flatMap((name) =>
      rowOf(resource.type)!.knows.has(name) ? [] : [{ resource, name }],
    ),
  )
  for (const [type, same] of groupBy(unread, ({ resource }) => resource.type))
    takeNote(taker, 'unused', `${type}: properties that are not read: ${namesOf(same)}`, same[0]!.resource.place)
}

function namesOf(list: readonly { readonly resource: StackResource; readonly name: string }[]): string {
  const names = list.slice(0, MOST_NAMED).map(({ resource, name }) => `${resource.id}.${name}`)
  return `${names.join(', ')}${list.length > MOST_NAMED ? ` and ${list.length - MOST_NAMED} more` : ''}`
}
