import type { Frame } from '../../import/cloudformation/evaluate/frame.ts'
import { APART, type DrawnItem } from '../items/item.ts'
import { namesOf } from '../items/simplify.ts'
import { callOf, isItems, isMembers, isSame, type Members } from '../items/value.ts'
import type { Plain } from '../text/writeValue.ts'
import { zoneAsWritten } from './changeProps.ts'
import { fail, type Job, namingFor } from './job.ts'
import { nameResource } from './nameResource.ts'
import { isUntold, translate } from './translate.ts'

/** Gives names to what is added, in the template of what it lies in. To be called before anything refers to it. */
export function nameAdded(job: Job, items: readonly DrawnItem[]): void {
  const taken = new Map<string, Set<string>>()
  for (const item of items) {
    const frame = frameFor(job, item)
    if (typeof frame === 'string') {
      fail(job, item.construct, frame)
      continue
    }
    const { file } = frame.template
    const names = taken.get(file) ?? new Set<string>()
    taken.set(file, names)
    const logicalId = nameResource(item.key, job.editor.written().template(file), names)
    names.add(logicalId)
    job.added.set(item.name, { frame, logicalId, id: `${frame.prefix}${logicalId}`, file })
  }
  // what refers to something that finds no place finds none either
  for (let isMore = true; isMore; ) {
    isMore = false
    for (const item of items) {
      const named = job.added.get(item.name)
      const value = named && resourceTree(job, item, named.frame)
      if (!named || !value || !isUntold(value)) continue
      fail(job, item.construct, value.why)
      job.added.delete(item.name)
      isMore = true
    }
  }
}

/** The stack that a new resource goes into: that of what it lies in, else of what it names, else of its account and Region. */
function frameFor(job: Job, item: DrawnItem): Frame | string {
  const written = job.editor.written()
  const isAlone = (frame: Frame) =>
    written.frames.filter((one) => one.template.file === frame.template.file).length === 1
  const places = written.frames.filter(
    (frame) => isAlone(frame) && frame.account === item.accountId && frame.region === item.regionCode,
  )
  if (places.length === 0) return 'it lies in an account or a Region that the template is not of'
  const named = namesOf([item.props.VpcId ?? [], item.props.SubnetId ?? [], item.props.SubnetIds ?? [], item.props])
  for (const name of named) {
    const naming = namingFor(job, places[0]!)
    const found = naming.find(name)
    if (typeof found !== 'string' && places.some(({ key }) => key === found.frame.key)) return found.frame
  }
  return places.find((frame) => written.tops.has(frame)) ?? places[0]!
}

/** The resource as it will stand there. */
function resourceTree(job: Job, item: DrawnItem, frame: Frame): ReturnType<typeof translate> {
  const naming = namingFor(job, frame)
  const properties = translate({ ...item.props, ...listsOf(job, item) }, naming)
  if (isUntold(properties)) return properties
  const zone =
    typeof item.evaluated.AvailabilityZone === 'string'
      ? zoneAsWritten(job, frame, item.evaluated.AvailabilityZone)
      : null
  const before = item.dependsOn.flatMap((name) => {
    const found = naming.find(name)
    return typeof found !== 'string' && found.frame.key === frame.key ? [found.logicalId] : []
  })
  return {
    Type: item.type,
    ...(before.length > 0 && { DependsOn: before.length === 1 ? before[0]! : before }),
    ...item.attributes,
    Properties: { ...(properties as Members), ...(zone !== null && { AvailabilityZone: zone }) },
  }
}

/** Lists of items that come with their resource. */
function listsOf(job: Job, item: DrawnItem): Members {
  return Object.fromEntries(
    (APART[item.type] ?? []).flatMap(({ list, owner }): [string, Plain][] => {
      const items = [...job.after.values()].filter(({ within }) => within?.name === item.name && within.list === list)
      return items.length > 0 ? [[list, items.map(({ props: { [owner]: _, ...rest } }) => rest)]] : []
    }),
  )
}

/** Writes what is new into the templates: resources at the end, items into the lists of what they belong to. */
export function addItems(job: Job, items: readonly DrawnItem[]): void {
  const whole = new Set<string>()
  for (const item of items) {
    if (item.within !== null && !job.before.has(item.within.name)) continue
    if (item.within === null) addResource(job, item)
    else if (!whole.has(placeOf(item)) && addToList(job, item) === 'whole') whole.add(placeOf(item))
  }
}
const placeOf = ({ within }: DrawnItem): string => `${within!.name} ${within!.list}`

function addResource(job: Job, item: DrawnItem): void {
  const named = job.added.get(item.name)
  if (!named) return
  const { file, logicalId } = named
  const frame = job.editor.written().frames.find(({ key }) => key === named.frame.key) ?? named.frame
  const value = resourceTree(job, item, frame)
  if (isUntold(value)) fail(job, item.construct, value.why)
  else if (
    !job.editor.change(file, [{ kind: 'set', path: ['Resources', logicalId], value }], logicalId, `${item.type} is new`)
  )
    fail(job, item.construct, 'the text lets no resource be added')
}

/** Adds an item where its resource has the list; `whole`: the list was not there, and now is with all its items. */
function addToList(job: Job, item: DrawnItem): 'whole' | boolean {
  const { name, list } = item.within!
  const match = job.matches.get(name)
  const owner = match && job.editor.item(match.key)
  if (!owner?.base) return fail(job, item.construct, 'the template has no resource of its own for it')
  const { frame, logicalId, id } = owner
  const { file } = frame.template
  const written = job.editor.written()
  const properties = written.template(file).resources[logicalId] as {
    readonly Properties?: Readonly<Record<string, unknown>>
  }
  const there = properties.Properties?.[list]
  const apart = APART[owner.type]!.find((one) => one.list === list)!
  const isApart = written.items.some(
    (one) => one.type === apart.type && one.within === null && isSame(one.evaluated[apart.owner], id),
  )
  const naming = namingFor(job, frame)
  const bare = ({ props: { [apart.owner]: _, ...rest } }: DrawnItem): Plain => rest
  const put = (value: ReturnType<typeof translate>, kind: 'set' | 'append'): boolean => {
    if (isUntold(value)) return fail(job, item.construct, value.why)
    const words = kind === 'set' ? `${list} is written out` : `${list} has one more`
    return (
      job.editor.change(file, [{ kind, path: [...owner.base!, list], value }], logicalId, words) ||
      fail(job, item.construct, 'the text lets no item be added')
    )
  }
  if (isItems(there)) return put(translate(bare(item), naming), 'append')
  if (isMembers(there) && !callOf(there)) {
    const value = translate(bare(item), naming)
    return put(isUntold(value) ? value : [there, value], 'set')
  }
  if (there !== undefined) return fail(job, item.construct, `${list} is made by a function`)
  if (isApart) {
    const newId = nameResource(`${logicalId} ${apart.type.split('::').at(-1)}`, written.template(file), new Set())
    const value = translate({ Type: apart.type, Properties: item.props }, naming)
    if (isUntold(value)) return fail(job, item.construct, value.why)
    return job.editor.change(file, [{ kind: 'set', path: ['Resources', newId], value }], newId, `${apart.type} is new`)
  }
  // what AWS puts there by itself goes with the first item that is written
  const all = [...job.after.values()].filter(({ within }) => within?.name === name && within.list === list)
  return put(translate(all.map(bare), naming), 'set') && 'whole'
}
