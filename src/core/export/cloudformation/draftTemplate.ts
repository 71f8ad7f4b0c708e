import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { PartKey, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { REACHES, type Variable } from '../plan/variables.ts'
import { buildOutputs } from './buildOutputs.ts'
import { chooseIds, makesConditions, maybeOf, maybeParameters } from './maybe.ts'
import { inOrder, metadataOf } from './metadataOf.ts'
import { namesIn } from './namesIn.ts'
import { neutralise } from './neutralise.ts'
import { existingParameter, givenParameter, managedListParameter, PARAMETERS, variableParameter } from './parameters.ts'
import { isTreeList, type Resource, type Tree, type TreeObject } from './resource.ts'
import { printPart } from './resources.ts'
import type { Used } from './spellMembers.ts'
import { conditionName, waitingOf } from './waiting.ts'

/** A template, and which of its resources wait for ids that come from elsewhere. */
export interface BuiltTemplate {
  readonly tree: TreeObject
  readonly parameters: { readonly [name: string]: TreeObject }
  /** Those of them that differ between environments. */
  readonly variables: readonly Variable[]
  /** How many it makes. */
  readonly resources: number
  /** Ids that are given as parameters: name of the parameter -> key of the part. */
  readonly given: ReadonlyMap<string, PartKey>
  /** Name of a resource -> parameters that it waits for. */
  readonly waits: ReadonlyMap<string, readonly string[]>
  /** Drawn texts that CloudFormation would have taken for look-ups, with the construct that they stand in. */
  readonly altered: readonly { readonly construct: ConstructId | null; readonly text: string }[]
}

/** Source: CloudFormation user guide, quotas. */
const MOST_PARAMETERS = 200

/** A template up to its outputs: what it is given is known before what others ask of it. */
export interface TemplateDraft {
  readonly given: BuiltTemplate['given']
  /** The template, with the ids of those `wanted` names among its outputs that it makes. */
  readonly complete: (wanted: ReadonlySet<string>) => BuiltTemplate
}

/** The template of one account and Region; `partNames` are the parts of all. Of a network that is too large for it fewer blocks and addresses are parameters. */
export function draftTemplate(
  design: Design,
  stack: StackPlan,
  partNames: ReadonlyMap<PartKey, PartName>,
): TemplateDraft {
  for (const reach of REACHES) {
    const most = reach === REACHES.at(-1) ? Number.POSITIVE_INFINITY : MOST_PARAMETERS
    const draft = draftReaching(design, { ...stack, drawn: { ...stack.drawn, reach } }, partNames, most)
    if (draft) return draft
  }
  throw new Error('The last reach takes any number of parameters')
}

/** Resources in order of creation; null where they take more than `most` parameters. */
function draftReaching(
  design: Design,
  stack: StackPlan,
  partNames: ReadonlyMap<PartKey, PartName>,
  most: number,
): TemplateDraft | null {
  const used: Used = new Map()
  const resources: Record<string, TreeObject> = {}
  const named = new Map<string, readonly string[]>()
  const after = new Map<string, readonly string[]>()
  const owners = new Map<string, string>()
  const maybe = maybeOf(stack)
  const asked = new Map<string, string>()
  for (const part of stack.parts) {
    const resource = printPart(part, stack, used)
    if (used.size > most) return null
    if (!resource) continue
    const name = nameOf(stack, part.key)
    const owner = maybe.ownerOf(part)
    const properties = chooseIds(resource.properties, maybe, asked, owner) as TreeObject
    named.set(name, namesIn(properties))
    resources[name] = resourceTree({ ...resource, properties }, named.get(name)!, part.needs, stack)
    if (owner !== null) owners.set(name, owner)
    if (resource.after)
      after.set(
        name,
        resource.after.map((key) => nameOf(stack, key)),
      )
  }
  const referred = new Set([...named.values(), ...after.values()].flat())
  const foreign = givenIn(referred, named, stack)
  const isThere = (key: PartKey): boolean => (stack.existing.get(key)?.id ?? '') !== ''
  const given = new Map([...foreign].filter(([, key]) => !isThere(key)))
  const { of: waits, conditions } = waitingOf(named, new Set(given.keys()), after, owners)
  const finished = Object.fromEntries(
    Object.entries(resources).map(([name, tree]) => [name, completeTree(tree, { waits, owners }, name)]),
  )
  const variables = [...used.values()].sort(inOrder)
  const parameters = {
    ...Object.fromEntries(variables.map((one) => [one.name, variableParameter(one)])),
    ...Object.fromEntries(
      [...foreign].flatMap(([name, key]) =>
        isThere(key) ? [[name, existingParameter(stack.existing.get(key)!)]] : [],
      ),
    ),
    ...maybeParameters(stack, asked),
    ...parametersOf(referred, given, stack, partNames),
  }
  if (Object.keys(parameters).length > most) return null
  const complete = (wanted: ReadonlySet<string>): BuiltTemplate => {
    const outputs = chooseIds(
      buildOutputs(
        stack,
        (name) => {
          const names = waits.get(name)
          // What may exist has its id either way
          const owner = maybe.names.has(name) ? null : (owners.get(name) ?? null)
          return names && { condition: conditionName(names, owner) }
        },
        wanted,
        design.deploy?.exportOutputs,
      ),
      maybe,
      asked,
    ) as TreeObject
    const allConditions = { ...makesConditions(maybe), ...conditions }
    const altered: BuiltTemplate['altered'][number][] = []
    const neutral = <T extends Tree>(part: T, construct: ConstructId | null): T =>
      neutralise(part, (text) => altered.push({ construct, text }))
    const constructOf = new Map(stack.parts.map((part) => [nameOf(stack, part.key), part.construct.id]))
    const each = (entries: TreeObject): TreeObject =>
      Object.fromEntries(
        Object.entries(entries).map(([name, one]) => [
          name,
          neutral(one, constructOf.get(name) ?? used.get(name)?.of ?? constructNamed(design, given.get(name))),
        ]),
      )
    const tree = {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: neutral(descriptionOf(design), null),
      Metadata: neutral(
        metadataOf(design, stack, Object.keys(parameters), given, variables, [
          ...[...foreign.keys()].filter((name) => !given.has(name)),
          ...[...stack.maybe.values()].map(({ name }) => name),
          ...asked.keys(),
        ]),
        null,
      ),
      ...(Object.keys(parameters).length > 0 && { Parameters: each(parameters) }),
      ...(Object.keys(allConditions).length > 0 && { Conditions: allConditions }),
      Resources: each(finished),
      ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
    }
    return { tree, parameters, variables, resources: Object.keys(finished).length, given, waits, altered }
  }
  return { given, complete }
}

/** The construct that the key of a part begins with. */
const constructNamed = (design: Design, key: PartKey | undefined): ConstructId | null => {
  const id = key?.split('/')[0]
  return id !== undefined && Object.hasOwn(design.constructs, id) ? id : null
}

const descriptionOf = (design: Design): string => `Drawn with Hopwise${design.title === '' ? '' : `: ${design.title}`}`

/** `named` is what its properties refer to. */
function resourceTree(
  resource: Resource<TreeObject>,
  named: readonly string[],
  needs: readonly string[],
  stack: StackPlan,
): TreeObject {
  const all = new Set([...needs, ...(resource.after ?? [])].map((key) => nameOf(stack, key)))
  const rest = [...all].filter((name) => !named.includes(name))
  return {
    Type: resource.type,
    ...(rest.length > 0 && { DependsOn: rest.sort() }),
    ...(resource.keep && { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    Properties: resource.properties,
  }
}

/** With its condition, and with `DependsOn` less parts that have no resource of their own in CloudFormation, or one that may be missing while this one is there. */
function completeTree(
  tree: TreeObject,
  {
    waits,
    owners,
  }: { readonly waits: ReadonlyMap<string, readonly string[]>; readonly owners: ReadonlyMap<string, string> },
  name: string,
): TreeObject {
  const { DependsOn: names, ...rest } = tree
  const [own, owner] = [waits.get(name)!, owners.get(name) ?? null]
  const isThere = (other: Tree): boolean =>
    typeof other === 'string' &&
    waits.get(other)?.every((one) => own.includes(one)) === true &&
    (owners.get(other) ?? owner) === owner
  const there = isTreeList(names) ? names.filter(isThere) : []
  const { Type, ...others } = rest
  const condition = conditionName(own, owner)
  return {
    Type: Type!,
    ...(condition !== null && { Condition: condition }),
    ...(there.length > 0 && { DependsOn: there }),
    ...others,
  }
}

/** Names that are referred to and that this template does not make: of other stacks, or of parts without a resource. */
function givenIn(
  referred: ReadonlySet<string>,
  resources: ReadonlyMap<string, unknown>,
  stack: StackPlan,
): ReadonlyMap<string, PartKey> {
  const keys = [...stack.imports.keys(), ...stack.parts.map((part) => part.key)]
  return new Map(
    keys
      .map((key): [string, PartKey] => [nameOf(stack, key), key])
      .filter(([name]) => referred.has(name) && !resources.has(name)),
  )
}

function parametersOf(
  referred: ReadonlySet<string>,
  given: ReadonlyMap<string, PartKey>,
  stack: StackPlan,
  partNames: ReadonlyMap<PartKey, PartName>,
): { readonly [name: string]: TreeObject } {
  const own = Object.entries(PARAMETERS).filter(([name]) => referred.has(name))
  const lists = [...stack.managedLists].map(([key, listName]): [string, TreeObject] => [
    nameOf(stack, key),
    managedListParameter(listName),
  ])
  const ids = [...given].map(([name, key]): [string, TreeObject] => [
    name,
    givenParameter(whatIs(key, stack), partNames.get(key) ?? stack.imports.get(key)?.type ?? null),
  ])
  return Object.fromEntries([...own, ...lists.filter(([name]) => referred.has(name)), ...ids])
}

function whatIs(key: PartKey, stack: StackPlan): string {
  const part = stack.byKey.get(key)
  return (
    stack.imports.get(key)?.what ??
    (part ? `${titleOf(part.construct)}: ${key.slice(part.construct.id.length + 1)}` : key)
  )
}
