import type { Catalogue } from '../aws/catalogue.ts'
import { hashTree } from '../base/hashTree.ts'
import { importSource } from '../import/importSource.ts'
import type { Design } from '../model/design.ts'
import type { DesignSource } from '../model/designSource.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { addItems, nameAdded } from './apply/addItems.ts'
import { changeProps } from './apply/changeProps.ts'
import { createEditor } from './apply/editor.ts'
import type { Job } from './apply/job.ts'
import { standsAt } from './apply/madeBy.ts'
import { removeItems } from './apply/removeItems.ts'
import { diffItems } from './diff/diffItems.ts'
import { drawnItems } from './items/drawnItems.ts'
import type { DrawnItem } from './items/item.ts'
import { matchItems } from './items/matchItems.ts'
import { openWritten } from './items/openWritten.ts'
import { isService, withServices } from './items/withServices.ts'
import { withStandIns } from './items/withStandIns.ts'
import { isAlike, prove, tellPlaces } from './prove.ts'
import type { LeftOver, ReviseChoices, Revision } from './types.ts'

/**
 * Brings what was changed in a design into the template that it came from; what does not get there is told. A sentence where the design has no
 * template, or none that can be read.
 */
export function reviseTemplate(design: Design, catalogue: Catalogue, choices: ReviseChoices = {}): Revision | string {
  const { source } = design
  if (!source) return 'The design was not made of a template, so that there is none to bring its changes into.'
  const first = importSource(source, catalogue)
  if (typeof first === 'string') return `The template that the design was made of can no longer be read: ${first}.`
  const unchanged = source.files.map(({ path, text }) => ({ path, before: text, after: text }))
  const remarks = remarkReading(first, source.reading)
  if (isAlike(first, design))
    return {
      files: unchanged,
      changes: [],
      questions: [],
      leftOver: [...remarks, ...tellPlaces(first, design)],
      source,
    }
  // what is said of the deployment is the same for both
  const opened = openWritten(source, catalogue)
  if (typeof opened === 'string') return opened
  const place = opened.frames[0] ?? { account: '', region: '' }
  const [before, after] = withStandIns([{ ...design, constructs: first.constructs }, design], place).map((one) =>
    withServices(drawnItems(one, catalogue), one, opened.items),
  ) as [Job['before'], Job['after']]
  const kept = new Set<ConstructId>()
  /** Why they are kept. */
  const reasons: Job['failures'] = new Map()
  for (;;) {
    const gone = Object.keys(first.constructs).filter((id) => !Object.hasOwn(design.constructs, id) && !kept.has(id))
    const attempt = bring(source, catalogue, { before, after, choices, kept, gone, reasons })
    if (typeof attempt === 'string') return attempt
    const { job, revised, again } = attempt
    const { leftOver, astray, idle } = prove({
      first,
      drawn: design,
      again,
      renamed: renamedIn(job),
      failures: withTypes(job),
      helpers: helpersIn(job),
    })
    // rather as it was than neither as it was nor as it is drawn
    const lost = astray.filter((id) => !kept.has(id))
    // nor does anything stand there that says nothing
    const vain = idle.filter((id) => !kept.has(id) && job.touched.has(id))
    for (const id of lost) reasons.set(id, job.failures.get(id) ?? new Set())
    for (const id of vain)
      reasons.set(id, job.failures.get(id) ?? new Set(['the template has no place that it is read from']))
    for (const id of [...lost, ...vain]) kept.add(id)
    if (lost.length + vain.length > 0) continue
    return {
      files: unchanged.map((file, at) => ({ ...file, after: revised.files[at]!.text })),
      changes: job.editor.places,
      questions: job.questions,
      leftOver: [...remarks, ...leftOver],
      source: { ...revised, reading: hashTree(again.constructs) },
    }
  }
}

type Given = Pick<Job, 'before' | 'after' | 'choices'> & {
  /** Constructs that stay in the template as they are. */
  readonly kept: ReadonlySet<ConstructId>
  /** Why they do. */
  readonly reasons: Job['failures']
  /** Constructs that are no longer drawn. */
  readonly gone: readonly ConstructId[]
}
interface Attempt {
  readonly job: Job
  readonly revised: DesignSource
  readonly again: Design
}

/** Brings what differs into the template, and reads it again. */
function bring(
  source: DesignSource,
  catalogue: Catalogue,
  { before, after, choices, kept, gone, reasons }: Given,
): Attempt | string {
  const editor = createEditor(source, catalogue)
  if (typeof editor === 'string') return editor
  const diff = diffItems(before, after)
  const isOpen = ({ construct }: DrawnItem): boolean => !kept.has(construct)
  const matches = matchItems(before.values(), editor.written().items)
  const job: Job = {
    editor,
    before,
    after,
    matches,
    choices,
    added: new Map(),
    questions: [],
    touched: new Set(),
    failures: new Map(reasons),
  }
  // what stands nowhere, since AWS or a rule that lets nothing through is there in its place, is not changed but added
  const isNowhere = (one: DrawnItem): boolean => one.within !== null && !matches.has(one.name)
  const instead = diff.changed.flatMap((one) => (isNowhere(one.before) ? [one.after] : []))
  const added = [...diff.added, ...instead].filter(isOpen)
  nameAdded(
    job,
    added.filter(({ within }) => within === null),
  )
  for (const one of diff.changed) if (isOpen(one.after)) changeProps(job, one.before, one.after, one.changes)
  addItems(job, added)
  removeItems(job, diff.removed.filter(isOpen), gone)
  const revised = editor.source()
  const again = importSource(revised, catalogue)
  return typeof again === 'string'
    ? `The template could no longer be read with the changes in it: ${again}.`
    : { job, revised, again }
}

/** With the types of what is drawn as something simpler than it is: that is why it is not changed. */
function withTypes({ failures, editor, matches, before }: Job): Job['failures'] {
  const made = new Set([...matches.keys()].map((name) => before.get(name)!.key))
  const written = editor.written()
  const only = (type: string): string =>
    isService(type)
      ? 'of which only the name, security groups, subnets, port and public addresses are changed from here, where it has them for itself'
      : 'which is not changed from here'
  const types = written.items
    .filter(({ within, id, type }) => within === null && (!made.has(id) || isService(type)) && !failures.has(id))
    .map(
      (item) =>
        [
          item.id,
          new Set([`it is ${item.type} in the template (${standsAt(written, item)}), ${only(item.type)}`]),
        ] as const,
    )
  return new Map([...types, ...failures])
}

/** Constructs that are new, by the ids that the template gives them. */
function renamedIn({ added, after }: Job): ReadonlyMap<ConstructId, ConstructId> {
  return new Map(
    [...added].flatMap(([name, { id }]): [ConstructId, ConstructId][] => {
      const item = after.get(name)!
      return item.key === item.construct ? [[item.construct, id]] : []
    }),
  )
}

/** What is new beside new constructs: an address of a NAT gateway, the group that stands for the default one. */
const helpersIn = ({ added, after }: Job): ReadonlySet<ConstructId> =>
  new Set([...added].flatMap(([name, { id }]) => (after.get(name)!.key === after.get(name)!.construct ? [] : [id])))

const remarkReading = (first: Design, reading: string): readonly LeftOver[] =>
  hashTree(first.constructs) === reading
    ? []
    : [
        {
          construct: null,
          words:
            'The template is read otherwise than when the design was made of it, by another version of Hopwise: what comes of that is among the changes, so look at them closely',
        },
      ]
