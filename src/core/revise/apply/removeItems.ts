import { isSection, memberOf, type Section } from '../../import/cloudformation/template/section.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { APART, type DrawnItem, type WrittenItem } from '../items/item.ts'
import { namesOf } from '../items/simplify.ts'
import { isItems, isSame } from '../items/value.ts'
import type { TextChange } from '../text/textChange.ts'
import { addItems } from './addItems.ts'
import { fail, type Job } from './job.ts'
import { locate } from './locate.ts'
import { madeBy } from './madeBy.ts'

interface Going {
  readonly item: Pick<DrawnItem, 'construct'>
  readonly match: WrittenItem
}

/** Takes what is no longer drawn out of the templates: items of lists, then resources that nothing else names. */
export function removeItems(job: Job, items: readonly DrawnItem[], gone: readonly ConstructId[]): void {
  const resources = new Map<string, Going>()
  const inLists: Going[] = []
  for (const item of items) {
    const match = job.matches.get(item.name)
    if (match) {
      if (match.within === null) resources.set(match.key, { item, match })
      else inLists.push({ item, match })
    } else if (item.within !== null && job.after.has(item.within.name)) replaceDefault(job, item)
  }
  // what is drawn as something simpler than it is goes all the same
  for (const id of gone) {
    const match = job.editor.item(id)
    if (match && !resources.has(match.key)) resources.set(match.key, { item: { construct: id }, match })
  }
  // from the end, so that those before stay where they are
  for (const { item, match } of inLists.sort((a, b) => b.match.within!.index - a.match.within!.index))
    if (!resources.has(match.id)) removeFromList(job, item, match)
  removeResources(job, [...resources.values()])
}

/** An item that only AWS has put there goes once the list is written out. */
function replaceDefault(job: Job, item: DrawnItem): void {
  const { name, list } = item.within!
  const owner = job.editor.item(job.matches.get(name)?.key ?? '')
  if (!owner || owner.evaluated[list] !== undefined) return
  const apart = APART[owner.type]!.find((one) => one.list === list)!
  const isApart = job.editor
    .written()
    .items.some((one) => one.type === apart.type && isSame(one.evaluated[apart.owner], owner.id))
  const [first] = [...job.after.values()].filter(({ within }) => within?.name === name && within.list === list)
  if (!isApart && first) addItems(job, [first])
}

function removeFromList(job: Job, { construct }: Going['item'], match: WrittenItem): void {
  const current = job.editor.item(match.key)
  const { list, index } = match.within!
  if (!current?.base) return void fail(job, construct, madeBy(job.editor.written(), current ?? match))
  const { frame, logicalId } = current
  const { file } = frame.template
  const resource = memberOf(job.editor.written().template(file).resources, logicalId)
  const properties = isSection(resource) ? resource.Properties : undefined
  const place = locate(current.base, properties, [list, { at: index }], frame)
  const whole = locate(current.base, properties, [list], frame)
  if (!place || !whole || place.rest.length > 0) return void fail(job, construct, `${list} is made by a function`)
  const isLast = !isItems(whole.node) || whole.node.length === 1
  const path = isLast ? whole.path : place.path.slice(0, whole.path.length + 1)
  if (!job.editor.change(file, [{ kind: 'remove', path }], logicalId, `${list} has one less`))
    fail(job, construct, ALIASED)
}

/** Takes out as many as can go without breaking what stays. */
function removeResources(job: Job, all: readonly Going[]): void {
  let going = all.filter(({ item, match }) => {
    if (match.base) return true
    return fail(job, item.construct, `it cannot go by itself: ${madeBy(job.editor.written(), match)}`)
  })
  for (let isMore = true; isMore; ) {
    isMore = false
    going = going.filter((one) => {
      const user = userOf(job, one.match, going)
      if (user === null) return true
      isMore = true
      return fail(job, one.item.construct, `${one.match.id} stays in the template, since ${user} refers to it`)
    })
  }
  for (const { item, match } of going) removeResource(job, item, match)
}

/** Somebody who stays and names the resource, in words; null = nobody does. */
function userOf(job: Job, { frame, logicalId }: WrittenItem, going: readonly Going[]): string | null {
  const written = job.editor.written()
  const { file } = frame.template
  const { resources, outputs, globals } = written.template(file)
  if (namesOf(globals).includes(logicalId)) return 'Globals'
  const leaving = new Set(going.flatMap(({ match }) => (match.frame.template.file === file ? [match.logicalId] : [])))
  for (const [name, node] of Object.entries(resources)) {
    if (leaving.has(name)) continue
    const { DependsOn: _, ...rest } = isSection(node) ? node : { node }
    if (namesOf(rest).includes(logicalId)) return name
  }
  for (const [name, node] of Object.entries(outputs)) {
    if (!namesOf(node).includes(logicalId)) continue
    const asks = isSection(node) && 'Export' in node ? importsAnything : asksOutput(name)
    const other = written.frames.find((one) => one.template.file !== file && asks(one.template.resources))
    if (other) return `${other.template.file}, by the output ${name},`
  }
  return null
}

const textsIn = (node: unknown): readonly string[] =>
  typeof node === 'string'
    ? [node]
    : typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([name, one]) => [name, ...textsIn(one)])
      : []
const importsAnything = (resources: Section): boolean => textsIn(resources).includes('Fn::ImportValue')
const asksOutput =
  (name: string) =>
  (resources: Section): boolean =>
    textsIn(resources).some((text) => text === `Outputs.${name}` || text.includes(`.Outputs.${name}`))

function removeResource(job: Job, { construct }: Going['item'], { frame, logicalId }: WrittenItem): void {
  const { file } = frame.template
  const { resources, outputs } = job.editor.written().template(file)
  const waiting = Object.entries(resources).flatMap(([name, node]) => withoutWaiting(name, node, logicalId))
  const told = Object.entries(outputs).flatMap(([name, node]) => (namesOf(node).includes(logicalId) ? [name] : []))
  const isAll = told.length === Object.keys(outputs).length && told.length > 0
  const outputsGone = isAll ? [['Outputs']] : told.map((name) => ['Outputs', name])
  const changes: readonly TextChange[] = [
    ...waiting,
    ...outputsGone.map((path): TextChange => ({ kind: 'remove', path })),
    { kind: 'remove', path: ['Resources', logicalId] },
  ]
  const words = `it goes${told.length > 0 ? `, and with it the output ${told.join(', ')}` : ''}`
  if (!job.editor.change(file, changes, logicalId, words)) fail(job, construct, ALIASED)
}

const ALIASED = 'an alias repeats what would go, so that other places would lose it too: write it out there by hand'

/** A resource no longer waits for what is gone. */
function withoutWaiting(name: string, node: unknown, gone: string): readonly TextChange[] {
  const { DependsOn } = isSection(node) ? node : {}
  const path = ['Resources', name, 'DependsOn']
  if (DependsOn === gone) return [{ kind: 'remove', path }]
  if (!isItems(DependsOn) || !DependsOn.includes(gone)) return []
  if (DependsOn.every((one) => one === gone)) return [{ kind: 'remove', path }]
  return DependsOn.flatMap((one, index) => (one === gone ? [index] : []))
    .reverse()
    .map((index) => ({ kind: 'remove', path: [...path, index] }))
}
