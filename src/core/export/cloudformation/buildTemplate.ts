import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { PartKey, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { buildOutputs } from './buildOutputs.ts'
import { namesIn } from './namesIn.ts'
import { neutralise } from './neutralise.ts'
import { givenParameter, managedListParameter, PARAMETERS } from './parameters.ts'
import { isTreeList, type Resource, type Tree, type TreeObject } from './resource.ts'
import { printPart } from './resources.ts'
import { conditionName, waitingOf } from './waiting.ts'

/** A template, and which of its resources wait for ids that come from elsewhere. */
export interface BuiltTemplate {
  readonly tree: TreeObject
  readonly parameters: { readonly [name: string]: TreeObject }
  /** How many it makes. */
  readonly resources: number
  /** Ids that are given as parameters: name of the parameter -> key of the part. */
  readonly given: ReadonlyMap<string, PartKey>
  /** Name of a resource -> parameters that it waits for. */
  readonly waits: ReadonlyMap<string, readonly string[]>
  /** Drawn texts that CloudFormation would have taken for look-ups, with the construct that they stand in. */
  readonly altered: readonly { readonly construct: ConstructId | null; readonly text: string }[]
}

/** The template of one account and Region, resources in order of creation. `wanted` are names that other stacks ask for, `partNames` the parts of all stacks. */
export function buildTemplate(
  design: Design,
  stack: StackPlan,
  wanted: ReadonlySet<string>,
  partNames: ReadonlyMap<PartKey, PartName>,
): BuiltTemplate {
  const resources: Record<string, TreeObject> = {}
  const after = new Map<string, readonly string[]>()
  for (const part of stack.parts) {
    const resource = printPart(part, stack)
    if (!resource) continue
    const name = nameOf(stack, part.key)
    resources[name] = resourceTree(resource, part.needs, stack)
    if (resource.after)
      after.set(
        name,
        resource.after.map((key) => nameOf(stack, key)),
      )
  }
  const given = givenIn(resources, stack)
  const { of: waits, conditions } = waitingOf(resources, new Set(given.keys()), after)
  const complete = Object.fromEntries(
    Object.entries(resources).map(([name, tree]) => [name, completeTree(tree, waits.get(name)!, waits)]),
  )
  const parameters = parametersOf(complete, given, stack, partNames)
  const outputs = buildOutputs(stack, waits, wanted)
  const altered: BuiltTemplate['altered'][number][] = []
  const neutral = <T extends Tree>(part: T, construct: ConstructId | null): T =>
    neutralise(part, (text) => altered.push({ construct, text }))
  const constructOf = new Map(stack.parts.map((part) => [nameOf(stack, part.key), part.construct.id]))
  const each = (entries: TreeObject): TreeObject =>
    Object.fromEntries(
      Object.entries(entries).map(([name, one]) => [
        name,
        neutral(one, constructOf.get(name) ?? constructNamed(design, given.get(name))),
      ]),
    )
  const tree = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: neutral(descriptionOf(design), null),
    Metadata: neutral(metadataOf(design, stack, Object.keys(parameters), given), null),
    ...(Object.keys(parameters).length > 0 && { Parameters: each(parameters) }),
    ...(Object.keys(conditions).length > 0 && { Conditions: conditions }),
    Resources: each(complete),
    ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
  }
  return { tree, parameters, resources: Object.keys(complete).length, given, waits, altered }
}

/** The construct that the key of a part begins with. */
const constructNamed = (design: Design, key: PartKey | undefined): ConstructId | null => {
  const id = key?.split('/')[0]
  return id !== undefined && Object.hasOwn(design.constructs, id) ? id : null
}

const descriptionOf = (design: Design): string => `Drawn with Hopwise${design.title === '' ? '' : `: ${design.title}`}`

function resourceTree(resource: Resource<TreeObject>, needs: readonly string[], stack: StackPlan): TreeObject {
  const named = new Set(namesIn(resource.properties))
  const all = new Set([...needs, ...(resource.after ?? [])].map((key) => nameOf(stack, key)))
  const rest = [...all].filter((name) => !named.has(name))
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
  waits: readonly string[],
  all: ReadonlyMap<string, readonly string[]>,
): TreeObject {
  const { DependsOn: names, ...rest } = tree
  const there = isTreeList(names)
    ? names.filter((name) => typeof name === 'string' && all.get(name)?.every((one) => waits.includes(one)))
    : []
  const { Type, ...others } = rest
  const condition = conditionName(waits)
  return {
    Type: Type!,
    ...(condition !== null && { Condition: condition }),
    ...(there.length > 0 && { DependsOn: there }),
    ...others,
  }
}

/** Names that resources refer to and that this template does not make: of other stacks, or of parts without a resource. */
function givenIn(resources: Readonly<Record<string, TreeObject>>, stack: StackPlan): ReadonlyMap<string, PartKey> {
  const used = new Set(Object.values(resources).flatMap((tree) => namesIn(tree.Properties!)))
  const keys = [...stack.imports.keys(), ...stack.parts.map((part) => part.key)]
  return new Map(
    keys
      .map((key): [string, PartKey] => [nameOf(stack, key), key])
      .filter(([name]) => used.has(name) && !(name in resources)),
  )
}

function parametersOf(
  resources: TreeObject,
  given: ReadonlyMap<string, PartKey>,
  stack: StackPlan,
  partNames: ReadonlyMap<PartKey, PartName>,
): { readonly [name: string]: TreeObject } {
  const used = new Set(namesIn(resources))
  const own = Object.entries(PARAMETERS).filter(([name]) => used.has(name))
  const lists = [...stack.managedLists].map(([key, listName]): [string, TreeObject] => [
    nameOf(stack, key),
    managedListParameter(listName),
  ])
  const ids = [...given].map(([name, key]): [string, TreeObject] => [
    name,
    givenParameter(whatIs(key, stack), partNames.get(key) ?? stack.imports.get(key)?.type ?? null),
  ])
  return Object.fromEntries([...own, ...lists.filter(([name]) => used.has(name)), ...ids])
}

function whatIs(key: PartKey, stack: StackPlan): string {
  const part = stack.byKey.get(key)
  return (
    stack.imports.get(key)?.what ??
    (part ? `${titleOf(part.construct)}: ${key.slice(part.construct.id.length + 1)}` : key)
  )
}

function metadataOf(
  design: Design,
  stack: StackPlan,
  parameters: readonly string[],
  given: ReadonlyMap<string, PartKey>,
): TreeObject {
  const lists = parameters.filter((name) => !(name in PARAMETERS) && !given.has(name))
  const groups: Tree[] = []
  if (lists.length > 0) groups.push({ Label: { default: 'Prefix lists of AWS' }, Parameters: lists })
  if (given.size > 0)
    groups.push({ Label: { default: 'From other stacks or by hand; empty at first' }, Parameters: [...given.keys()] })
  const clients = parameters.filter((name) => name in PARAMETERS)
  if (clients.length > 0) groups.push({ Label: { default: 'Clients' }, Parameters: clients })
  return {
    Hopwise: {
      Format: 'hopwise-cloudformation',
      Version: 1,
      Title: design.title,
      Region: stack.regionCode,
      Account: stack.accountId,
      RulesAsOf: design.rulesAsOf,
    },
    ...(groups.length > 0 && { 'AWS::CloudFormation::Interface': { ParameterGroups: groups } }),
  }
}
