import { createContext } from '../../import/cloudformation/evaluate/evaluateNode.ts'
import { type Frame, NO_VALUE, type Value } from '../../import/cloudformation/evaluate/frame.ts'
import { transformIn } from '../../import/cloudformation/functions/transformIn.ts'
import type { Evaluated, Properties } from '../../import/cloudformation/stack.ts'
import { asSection, memberOf } from '../../import/cloudformation/template/section.ts'
import type { PropChange } from '../diff/diffProps.ts'
import type { DrawnItem, WrittenItem } from '../items/item.ts'
import { translated } from '../items/matchItems.ts'
import { callOf, isItems, isMembers, isSame, isUnknownValue, valueAt } from '../items/value.ts'
import type { Path } from '../text/openText.ts'
import type { TextChange } from '../text/textChange.ts'
import type { Plain } from '../text/writeValue.ts'
import { changeOrigin } from './changeOrigin.ts'
import { fail, type Job, namingFor } from './job.ts'
import { locate, type Place, type Step } from './locate.ts'
import { madeBy, standsAt } from './madeBy.ts'
import { originOf } from './origin.ts'
import { spellSteps } from './spellSteps.ts'
import { isUntold, translate } from './translate.ts'

/** A change of something drawn, and what it is in the template. */
interface Task {
  readonly job: Job
  readonly before: DrawnItem
  readonly after: DrawnItem
  readonly item: WrittenItem
  /** null = it stands nowhere by itself, so that only where its values come from can be changed. */
  readonly base: Path | null
  /** The properties as they are written. */
  readonly root: unknown
}

/** Brings changes of properties into the template; false where one could not be. */
export function changeProps(job: Job, before: DrawnItem, after: DrawnItem, changes: readonly PropChange[]): boolean {
  const match = job.matches.get(before.name)
  if (!match) return false
  return changes.every((change) => {
    const task = taskFor(job, before, after, match)
    if (typeof task === 'string') return fail(job, before.construct, task)
    return changeOne(task, change)
  })
}

function taskFor(job: Job, before: DrawnItem, after: DrawnItem, match: WrittenItem): Task | string {
  const item = job.editor.item(match.key)
  const written = job.editor.written()
  if (!item?.base) {
    const declared = item?.within === null ? item.frame.resource(item.logicalId) : undefined
    return item && declared
      ? { job, before, after, item, base: null, root: declared.properties }
      : madeBy(written, item ?? match)
  }
  const resource = asSection(memberOf(written.template(item.frame.template.file).resources, item.logicalId))
  const properties = resource.Properties
  if (item.within === null) return { job, before, after, item, base: item.base, root: properties }
  const { list, index } = item.within
  const place = locate(item.base, properties, [list, { at: index }], item.frame)
  return place && place.rest.length === 0
    ? { job, before, after, item, base: place.path, root: place.node }
    : 'what it stands in is made by a function'
}

function changeOne(task: Task, change: PropChange): boolean {
  const { job, before, item, base, root } = task
  const path = change.kind === 'drop' ? change.path.slice(0, -1) : change.path
  const steps = stepsOf(task, path)
  const failed = (why: string) => fail(job, before.construct, why)
  if (item.isSam && change.path[0] !== 'VpcConfig')
    return failed(`SAM says ${nameOf(change.path)} in another way, or not at all`)
  const place = steps && locate(base ?? [], root, steps, item.frame)
  if (!place) return failed(`${nameOf(change.path)} does not stand there as it is drawn`)
  const from = putThere(task, place, path)
  if (from !== null) return failed(from)
  switch (change.kind) {
    case 'set':
      return put(task, place, change.value, change.path)
    case 'unset':
      if (place.isMade) return failed(`${nameOf(change.path)} is made by a function`)
      return place.rest.length > 0 || edit(task, [{ kind: 'remove', path: place.path }], `${nameOf(change.path)} goes`)
    case 'tag':
      return changeTag(task, place, change)
    case 'append':
    case 'drop': {
      if (place.rest.length > 0 || !isItems(place.node)) return putWhole(task, place, path)
      if (change.kind === 'append') {
        const value = translate(change.value, namingFor(job, item.frame))
        if (isUntold(value)) return failed(value.why)
        return edit(task, [{ kind: 'append', path: place.path, value }], `${nameOf(path)} has one more`)
      }
      const gone = locate(place.path, place.node, [itemStep(task, change.path)], item.frame)
      if (!gone) return failed(`${nameOf(path)} does not stand there as it is drawn`)
      // what is no list any more is not said
      const isLast = place.node.length === 1
      return edit(
        task,
        [{ kind: 'remove', path: isLast ? place.path : gone.path.slice(0, place.path.length + 1) }],
        `${nameOf(path)} has one less`,
      )
    }
  }
}

/** What a file says that is put beside what stands there would still count: a clause; null where none says it. */
function putThere({ item, job }: Task, { node, rest }: Place, path: Path): string | null {
  if (rest.length === 0 || !isMembers(node) || !('Fn::Transform' in node)) return null
  if (valueAt(item.evaluated as Plain, path) === undefined) return null
  const at = standsAt(job.editor.written(), item)
  return `${transformIn(node['Fn::Transform'])} says ${nameOf(path)} there (${at}): change it in that file by hand`
}

/** The whole of a list, where no item of it can be changed by itself. */
function putWhole(task: Task, place: Place, path: Path): boolean {
  const value = path.some((step) => typeof step === 'number') ? undefined : valueAt<Plain>(task.after.props, path)
  if (value === undefined) return fail(task.job, task.before.construct, `${nameOf(path)} is made by a function`)
  return put(task, place, value, path)
}

/** Puts a value there, or changes where it comes from: that is asked. */
function put(task: Task, place: Place, drawn: Plain, path: Path): boolean {
  const { job, before, item } = task
  const { frame } = item
  const value = translate(drawn, namingFor(job, frame))
  if (isUntold(value)) return fail(job, before.construct, value.why)
  if (place.rest.length > 0) {
    const list = path.length - place.rest.length + place.rest.findIndex((step) => typeof step === 'number')
    const whole = place.rest.some((step) => typeof step === 'number')
      ? valueAt<Plain>(task.after.props, path.slice(0, list))
      : undefined
    // a list that is not there yet comes with all its items
    if (!place.isMade && whole !== undefined) {
      const items = translate(whole, namingFor(job, frame))
      if (isUntold(items)) return fail(job, before.construct, items.why)
      const rest = place.rest.slice(
        0,
        place.rest.findIndex((step) => typeof step === 'number'),
      )
      return edit(
        task,
        [{ kind: 'set', path: [...place.path, ...rest], value: items }],
        sets(path.slice(0, list), items),
      )
    }
    if (place.isMade || place.rest.some((step) => typeof step === 'number'))
      return fail(job, before.construct, `${nameOf(path)} is made by a function, or said in another way`)
    return edit(task, [{ kind: 'set', path: [...place.path, ...place.rest], value }], sets(path, value))
  }
  const wanted = evaluate(value, frame)
  const now = evaluate(place.node, frame)
  if (isSame(now, wanted)) return true
  const origin = originOf(place.node, frame)
  const other = origin && changeOrigin(job, frame, origin, textOf(wanted))
  if (other) {
    const id = `${frame.template.file}#${item.logicalId}.${nameOf(path)}`
    const { answers = {}, otherwise = 'here' } = job.choices
    const answer = answers[id] ?? (otherwise === 'here' ? 'here' : other.option.id)
    const chosen = answer === other.option.id ? answer : 'here'
    job.questions.push({
      id,
      words: `${nameOf(path)} of ${item.id} comes from ${other.option.id === 'mapping' ? 'the mapping' : 'the parameter'} ${other.name}. Where is ${said(value)} to stand?`,
      from: other.name,
      options: [
        task.base === null
          ? { id: 'here', words: 'Nowhere: the place makes others as well' }
          : { id: 'here', words: `In this place only, instead of ${other.name}` },
        other.option,
      ],
      chosen,
    })
    if (chosen !== 'here')
      return (
        job.editor.change(other.file, [other.change], other.name, `${other.name} is ${said(value)}`) ||
        fail(job, before.construct, `${other.name} cannot be changed in the text`)
      )
  }
  return edit(
    task,
    [{ kind: 'set', path: place.path, value: asNeighbours(task, path, wanted) ?? value }],
    sets(path, value),
  )
}

/** As another resource of the template says the same zone: people write `!Select [0, !GetAZs ""]`. */
function asNeighbours({ job, item }: Task, path: Path, wanted: Value): Plain | null {
  const name = path.at(-1)
  return name === 'AvailabilityZone' && typeof wanted === 'string' ? zoneAsWritten(job, item.frame, wanted) : null
}

/** How a template says a zone somewhere; null where it says it nowhere. */
export function zoneAsWritten({ editor }: Job, frame: Frame, zone: string): Plain | null {
  const written = editor.written()
  const { resources } = written.template(frame.template.file)
  for (const one of written.items)
    if (one.frame.key === frame.key && one.base && one.evaluated.AvailabilityZone === zone) {
      const node = asSection(asSection(memberOf(resources, one.logicalId)).Properties).AvailabilityZone
      const call = callOf(node)
      if (call?.name === 'Fn::Select') return node as Plain
    }
  return null
}

function changeTag(task: Task, place: Place, { path, tag, value }: Extract<PropChange, { kind: 'tag' }>): boolean {
  const { item, job, before } = task
  if (place.isMade) return fail(job, before.construct, `${nameOf(path)} are made by a function`)
  const words = `the tag ${tag} is ${said(value)}`
  if (place.rest.length > 0)
    return (
      value === null ||
      edit(task, [{ kind: 'set', path: [...place.path, ...place.rest], value: [{ Key: tag, Value: value }] }], words)
    )
  if (!isItems(place.node)) return fail(job, before.construct, `${nameOf(path)} are no list`)
  const index = place.node.findIndex((one) => isMembers(one) && isSame(evaluate(one.Key, item.frame), tag))
  if (index < 0)
    return (
      value === null || edit(task, [{ kind: 'append', path: place.path, value: { Key: tag, Value: value } }], words)
    )
  const at = [...place.path, index]
  if (value === null)
    return edit(task, [{ kind: 'remove', path: place.node.length === 1 ? place.path : at }], `the tag ${tag} goes`)
  const inside = locate(at, place.node[index], ['Value'], item.frame)
  return inside && inside.rest.length === 0
    ? put(task, inside, value, [...path, tag])
    : fail(job, before.construct, `the tag ${tag} is made by a function`)
}

function edit({ job, before, item, base }: Task, changes: readonly TextChange[], words: string): boolean {
  if (base === null) return fail(job, before.construct, madeBy(job.editor.written(), item))
  const isDone = job.editor.change(item.frame.template.file, changes, item.logicalId, words)
  if (isDone) job.touched.add(before.construct)
  return (
    isDone ||
    fail(
      job,
      before.construct,
      `an alias repeats what would change (${standsAt(job.editor.written(), item)}), so that other places would change too: write it out there by hand`,
    )
  )
}

/** Items of lists go by what they come to. */
function stepsOf(task: Task, path: Path): readonly Step[] | null {
  const steps = path.map((step, at): Step => (typeof step === 'string' ? step : itemStep(task, path.slice(0, at + 1))))
  return spellSteps(task.item.type, steps, path, task.root)
}

function itemStep({ job, before }: Task, path: Path): Step {
  const value = valueAt<Evaluated | Properties>(before.evaluated, path)
  return { item: (value === undefined ? null : translated(value as Evaluated, idsOf(job))) as Evaluated }
}

const idsOf = ({ matches }: Job): ReadonlyMap<string, string> =>
  new Map([...matches].flatMap(([name, { id, within }]) => (within === null ? [[name, id] as const] : [])))

const evaluate = (node: unknown, frame: Frame): Value => createContext(frame).evaluate(node)
const textOf = (value: Value): string | null =>
  value === NO_VALUE || value === null || isUnknownValue(value as Evaluated)
    ? null
    : isItems(value)
      ? value.every((one) => typeof one !== 'object')
        ? value.join(',')
        : null
      : typeof value === 'object'
        ? null
        : String(value)

const nameOf = (path: Path): string => path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.')
const said = (value: Plain): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value))
const sets = (path: Path, value: Plain): string => `${nameOf(path)} is ${said(value)}`
