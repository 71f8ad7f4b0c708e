import type { Design } from '../../model/index.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { buildOutputs } from './buildOutputs.ts'
import { managedListParameter, PARAMETERS } from './parameters.ts'
import { printPart } from './printers.ts'
import type { Resource, Tree, TreeObject } from './resource.ts'

/** The template of one account and Region as a tree, resources in order of creation. */
export function buildTemplate(design: Design, stack: StackPlan): TreeObject {
  const resources: Record<string, TreeObject> = {}
  for (const part of stack.parts) {
    const resource = printPart(part, stack)
    if (resource) resources[nameOf(stack, part.key)] = resourceTree(resource, part.needs, stack)
  }
  const complete = Object.fromEntries(
    Object.entries(resources).map(([name, tree]) => [name, withoutMissing(tree, resources)]),
  )
  const parameters = parametersOf(complete, stack)
  const outputs = buildOutputs(stack)
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: descriptionOf(design),
    Metadata: metadataOf(design, stack, Object.keys(parameters)),
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: complete,
    ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
  }
}

const descriptionOf = (design: Design): string => `Drawn with Hopwise${design.title === '' ? '' : `: ${design.title}`}`

function resourceTree(resource: Resource, needs: readonly string[], stack: StackPlan): TreeObject {
  const named = new Set(namesIn(resource.properties))
  const rest = needs.map((key) => nameOf(stack, key)).filter((name) => !named.has(name))
  return {
    Type: resource.type,
    ...(rest.length > 0 && { DependsOn: rest.sort() }),
    ...(resource.keep && { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    Properties: resource.properties,
  }
}

/** `DependsOn` without parts that have no resource of their own in CloudFormation. */
function withoutMissing(tree: TreeObject, resources: Readonly<Record<string, TreeObject>>): TreeObject {
  const { DependsOn: names, ...rest } = tree
  const there = ((names ?? []) as readonly string[]).filter((name) => name in resources)
  const { Type, ...others } = rest
  return { Type: Type!, ...(there.length > 0 && { DependsOn: there }), ...others }
}

/** Logical names that a tree refers to. */
export function namesIn(tree: Tree): string[] {
  if (typeof tree !== 'object') return []
  if (Array.isArray(tree)) return tree.flatMap(namesIn)
  const { Ref: name, 'Fn::GetAtt': attribute } = tree as TreeObject
  if (typeof name === 'string') return [name]
  if (Array.isArray(attribute)) return [attribute[0] as string]
  return Object.values(tree).flatMap(namesIn)
}

function parametersOf(resources: TreeObject, stack: StackPlan): TreeObject {
  const used = new Set(namesIn(resources))
  const own = Object.entries(PARAMETERS).filter(([name]) => used.has(name))
  const lists = [...stack.managedLists].map(([key, listName]): [string, TreeObject] => [
    nameOf(stack, key),
    managedListParameter(listName),
  ])
  return Object.fromEntries([...own, ...lists.filter(([name]) => used.has(name))])
}

function metadataOf(design: Design, stack: StackPlan, parameters: readonly string[]): TreeObject {
  const lists = parameters.filter((name) => !(name in PARAMETERS))
  const groups: Tree[] = []
  if (lists.length > 0) groups.push({ Label: { default: 'Prefix lists of AWS' }, Parameters: lists })
  const clients = parameters.filter((name) => name in PARAMETERS)
  if (clients.length > 0) groups.push({ Label: { default: 'Clients' }, Parameters: clients })
  return {
    Hopwise: {
      Format: 'hopwise-cloudformation',
      Version: 1,
      Title: design.title,
      DrawnInRegion: stack.regionCode,
      RulesAsOf: design.rulesAsOf,
    },
    ...(groups.length > 0 && { 'AWS::CloudFormation::Interface': { ParameterGroups: groups } }),
  }
}
