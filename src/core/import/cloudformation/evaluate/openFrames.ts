import { groupBy } from '../../../base/groupBy.ts'
import { sortedBy } from '../../../base/order.ts'
import type { ImportNoteKind } from '../../report.ts'
import type { ResourceType } from '../resources/resourceType.ts'
import type { Template } from '../template/readTemplate.ts'
import { asSection, memberOf } from '../template/section.ts'
import { createFrame, type FrameSetup } from './createFrame.ts'
import { createWorld } from './createWorld.ts'
import { findExport } from './findExport.ts'
import { findNested } from './findNested.ts'
import { findStored } from './findStored.ts'
import type { Declared, Frame, World } from './frame.ts'
import { prefixesOf } from './prefixesOf.ts'
import { whereOf } from './whereOf.ts'

/** What templates are evaluated with. */
export interface EvaluateOptions {
  readonly types: Readonly<Record<string, ResourceType>>
  zones(region: string): readonly string[]
  /** Values of the parameters of a template that is no nested one. */
  given(template: Template): Readonly<Record<string, string>>
}

/** A line for the report on what a template says; `at` is the logical id. */
export interface FrameNote {
  readonly kind: ImportNoteKind
  readonly message: string
  readonly at: string | null
}

/** A stack with the stacks that are nested in it. */
export interface OpenFrame {
  readonly frame: Frame
  readonly notes: readonly FrameNote[]
  readonly nested: readonly OpenFrame[]
}

/** The type of a resource that is a stack itself. */
export const STACK = 'AWS::CloudFormation::Stack'

type Finders = Pick<World, 'exported' | 'stored'>

/** The stacks that templates come to: each template that no other one nests is one, and has those in it that it nests. */
export function openFrames(templates: readonly Template[], options: EvaluateOptions): readonly OpenFrame[] {
  const notes = new Map<Frame, FrameNote[]>()
  let tops: readonly Frame[] = []
  let byType: ReadonlyMap<string, readonly There[]> | null = null
  let kept: Finders | null = null
  /** How many templates of nested stacks are looked for: until they are found, not every stack is known. */
  let looking = 0
  const finders = (): Finders => {
    if (kept) return kept
    const frames = tops.flatMap(withNested)
    const found = { exported: findExport(frames), stored: findStored(frames) }
    if (looking === 0) kept = found
    return found
  }
  const world: World = createWorld({
    types: options.types,
    zones: options.zones,
    exported: (name, wild, importer) => finders().exported(name, wild, importer),
    resourcesOf: (type) => {
      byType ??= groupBy(tops.flatMap(withNested).flatMap(thereIn), ({ resource }) => resource.type)
      return byType.get(type) ?? []
    },
    named: (name) => tops.filter(({ stackName }) => stackName === name),
    stored: (name, asker) => finders().stored(name, asker),
  })

  function open(setup: Omit<FrameSetup, 'world' | 'key' | 'tell' | 'nested'>, above: readonly string[]): Frame {
    const list: FrameNote[] = []
    const chain = [...above, setup.template.file]
    const frame = createFrame({
      ...setup,
      world,
      key: String(notes.size),
      tell: (kind, message, at) => void list.push({ kind, message, at }),
      nested: (parent, resource) => nest(parent, resource, chain),
    })
    notes.set(frame, list)
    return frame
  }

  function nest(parent: Frame, resource: Declared, chain: readonly string[]): Frame | null {
    if (resource.type !== STACK) return null
    looking++
    const template = findNested(templates, parent, resource, chain)
    looking--
    if (!template) return null
    const parameters = asSection(resource.properties.Parameters)
    return open(
      {
        template,
        prefix: `${parent.prefix}${resource.logicalId}.`,
        stackName: `${parent.stackName}-${resource.logicalId}`,
        account: parent.resourceAccounts[resource.logicalId] ?? parent.account,
        region: parent.region,
        saysPlace: parent.saysPlace,
        given(name, context) {
          const node = memberOf(parameters, name)
          return node === undefined ? undefined : context.with({ frame: parent, wild: false }).evaluate(node)
        },
      },
      chain,
    )
  }

  const openTop = (template: Template, prefix: string): Frame => {
    const given = options.given(template)
    return open(
      {
        template,
        prefix,
        ...whereOf(template),
        given: (name) => (Object.hasOwn(given, name) ? given[name] : undefined),
      },
      [],
    )
  }
  tops = templates.map((template) => openTop(template, ''))
  const nestedFiles = new Set(
    tops.flatMap((top) =>
      withNested(top)
        .slice(1)
        .map(({ template }) => template.file),
    ),
  )
  const own = templates.filter(({ file }) => !nestedFiles.has(file))
  const chosen = own.length > 0 ? own : templates.slice(0, 1)
  const prefixes = prefixesOf(tops.filter(({ template }) => chosen.includes(template)))
  byType = null
  kept = null
  tops = sortedBy(chosen, ({ file }) => file).map((template) => openTop(template, prefixes.get(template.file) ?? ''))
  const gather = (frame: Frame): OpenFrame => ({
    frame,
    notes: notes.get(frame)!,
    nested: nestedIn(frame).map(gather),
  })
  return tops.map(gather)
}

const nestedIn = (frame: Frame): readonly Frame[] =>
  [...frame.resources().values()].flatMap((resource) =>
    resource.type === STACK && frame.isThere(resource) !== false ? (frame.nested(resource) ?? []) : [],
  )

interface There {
  readonly resource: Declared
  readonly frame: Frame
}
const thereIn = (frame: Frame): readonly There[] =>
  [...frame.resources().values()].flatMap((resource) =>
    frame.isThere(resource) === false ? [] : [{ resource, frame }],
  )

/** A stack and all that are nested in it. */
function withNested(frame: Frame): readonly Frame[] {
  return [frame, ...nestedIn(frame).flatMap(withNested)]
}
