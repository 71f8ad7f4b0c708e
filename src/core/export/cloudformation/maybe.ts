import { ownerIn } from '../plan/existing.ts'
import type { Part } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { maybeParameter } from './parameters.ts'
import { isObject, isTreeList, type Tree, type TreeObject } from './resource.ts'

/** Attributes that are the id by which AWS knows the thing; what else a thing tells of itself has to be given beside its id. */
const IDS: ReadonlySet<string> = new Set(['GroupId', 'PrefixListId'])

/** Things that are made unless an id is given. */
export interface Maybe {
  /** Logical name of such a thing -> name of the parameter for its id. */
  readonly names: ReadonlyMap<string, string>
  /** The thing that a part is left out with where that exists; null where the part is made anyway. */
  readonly ownerOf: (part: Part) => string | null
}

export function maybeOf(stack: StackPlan): Maybe {
  const names = new Map([...stack.maybe].map(([key, { name }]) => [nameOf(stack, key), name] as const))
  const ownerOf = (part: Part): string | null => {
    const owner = ownerIn(stack, part)
    return owner === null ? null : nameOf(stack, owner)
  }
  return { names, ownerOf }
}

/** Name of the condition that the thing is made. */
export const makesName = (name: string): string => `Makes${name}`

/** The conditions by which things are made, where something in the template depends on them. */
export const makesConditions = ({ names }: Maybe): TreeObject =>
  Object.fromEntries(
    [...names].map(([name, parameter]) => [makesName(name), { 'Fn::Equals': [{ Ref: parameter }, ''] }]),
  )

const STAND_INS: Readonly<Record<string, string>> = {
  DefaultSecurityGroup: 'sg-00000000',
  Ipv6CidrBlocks: '2001:db8::/56',
}

/** The parameters for the ids, and for what else is asked of a thing that exists. `asked` are attributes, as `chooseIds` met them. */
export const maybeParameters = (
  stack: StackPlan,
  asked: ReadonlyMap<string, string>,
): { readonly [name: string]: TreeObject } => ({
  ...Object.fromEntries([...stack.maybe.values()].map((one) => [one.name, maybeParameter(one)])),
  ...Object.fromEntries(
    [...asked].map(([name, attribute]) => [
      name,
      {
        Type: attribute.endsWith('s') ? 'CommaDelimitedList' : 'String',
        // Never used while the thing is made; linters hold it against the form of what it stands for
        Default: STAND_INS[attribute] ?? '',
        Description: `${attribute} of what ${name.slice(0, -attribute.length)} names, where that is given`,
      },
    ]),
  ),
})

/** The tree with each reference to a thing that may exist led to it or to the id that is given. What is left out with `owner` refers to the owner as made. */
export function chooseIds(tree: Tree, maybe: Maybe, asked: Map<string, string>, owner: string | null = null): Tree {
  if (maybe.names.size === 0) return tree
  const choice = (name: string, attribute: string | null): Tree | null => {
    const parameter = maybe.names.get(name)
    if (parameter === undefined || name === owner) return null
    const isId = attribute === null || IDS.has(attribute)
    const other = isId ? parameter : `${parameter}${attribute}`
    if (!isId) asked.set(other, attribute)
    const made = attribute === null ? { Ref: name } : { 'Fn::GetAtt': [name, attribute] }
    return { 'Fn::If': [makesName(name), made, { Ref: other }] }
  }
  const visit = (one: Tree): Tree => {
    if (isTreeList(one)) return one.map(visit)
    if (!isObject(one)) return one
    const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = one
    if (typeof ref === 'string') return choice(ref, null) ?? one
    if (isTreeList(attribute)) return choice(`${attribute[0]}`, `${attribute[1]}`) ?? one
    if (typeof text === 'string') return chooseInText(text, choice)
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, visit(inner)]))
  }
  return visit(tree)
}

/** A text takes what is chosen by a name of its own. */
function chooseInText(text: string, choice: (name: string, attribute: string | null) => Tree | null): Tree {
  const chosen: Record<string, Tree> = {}
  const written = text.replace(
    /\$\{([A-Za-z0-9]+)(?:\.([A-Za-z0-9]+))?\}/g,
    (whole, name: string, attribute?: string) => {
      const tree = choice(name, attribute ?? null)
      if (!tree) return whole
      const own = `${attribute ?? 'Id'}Of${name}`
      chosen[own] = tree
      return `\${${own}}`
    },
  )
  return { 'Fn::Sub': Object.keys(chosen).length === 0 ? text : [written, chosen] }
}
