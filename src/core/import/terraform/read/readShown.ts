import { appendAll } from '../../../base/appendAll.ts'
import { asList, isFields } from '../../fields.ts'
import { type Bag, bag, bags, textIn } from '../bag.ts'
import type { Instance, Named, Scope, TerraformRoot } from '../terraformRoot.ts'
import { isKey, type Key, keyOfAddress, parseTraversal, writeTraversal } from '../traversal.ts'

/** What `terraform show -json` prints of a plan or a state. Source: Terraform, JSON output format. */
export function readShown(file: string, document: Bag, kind: 'plan' | 'state'): TerraformRoot {
  const configuration = bag(document.configuration)
  const scopes = createScopes(bag(configuration.root_module), isFields(configuration.root_module))
  const instances: Instance[] = []
  const removed: Named[] = []
  const root: TerraformRoot = {
    file,
    kind,
    instances,
    scopes: scopes.all,
    variables: new Map(Object.entries(bag(document.variables)).map(([name, one]) => [name, bag(one).value])),
    providers: new Map(Object.entries(bag(configuration.provider_config)).map(([key, one]) => [key, bag(one)])),
    removed,
    deferred: bags(document.deferred_changes).flatMap(({ resource_change }) => named(bag(resource_change))),
    remarks: remarksOf(document),
  }
  if (kind === 'state') {
    for (const found of resourcesIn(bag(document.values).root_module))
      appendAll(instances, instanceOf(root, scopes, found))
    return root
  }
  const changes = new Map<string, Bag>()
  for (const one of bags(document.resource_changes))
    if (textIn(one.deposed) === '') changes.set(textIn(one.address), one)
  const isGone = (address: string): boolean => {
    const actions = asList(bag(changes.get(address)?.change).actions)
    return actions.includes('delete') && !actions.includes('create')
  }
  const taken = new Set<string>()
  const take = (found: Found, change?: Bag) => {
    if (taken.has(found.address)) return
    taken.add(found.address)
    appendAll(instances, instanceOf(root, scopes, found, change))
  }
  for (const found of resourcesIn(bag(document.planned_values).root_module)) take(found, changes.get(found.address))
  for (const [address, one] of changes)
    if (isGone(address)) appendAll(removed, named(one))
    else if (isFields(bag(one.change).after)) take(changed(address, one), one)
  // what the plan leaves alone: data sources, what a target keeps out, what is only forgotten
  for (const found of resourcesIn(bag(bag(document.prior_state).values).root_module))
    if (!isGone(found.address)) take(found)
  // the very object that its instances name
  return root
}

/** A resource as planned values and states list it, with the module that it stands in. */
interface Found {
  readonly address: string
  readonly module: string
  readonly resource: Bag
}

function* resourcesIn(module: unknown, depth = 0): Generator<Found> {
  const { address, resources, child_modules } = bag(module)
  for (const resource of bags(resources))
    if (textIn(resource.address) !== '' && textIn(resource.deposed_key) === '')
      yield { address: textIn(resource.address), module: textIn(address), resource }
  if (depth < 60) for (const child of bags(child_modules)) yield* resourcesIn(child, depth + 1)
}

/** The same of a change, for plans that were cut down to their changes. */
function changed(address: string, one: Bag): Found {
  const change = bag(one.change)
  const resource = { ...one, values: change.after, sensitive_values: change.after_sensitive }
  return { address, module: textIn(one.module_address), resource }
}

function instanceOf(
  root: TerraformRoot,
  scopes: Scopes,
  { address, module, resource }: Found,
  change?: Bag,
): Instance[] {
  const type = textIn(resource.type)
  const name = textIn(resource.name)
  if (type === '') return []
  const mode = resource.mode === 'data' ? 'data' : 'managed'
  const scope = scopes.at(module)
  const block = blocksIn(scope.config).get(`${mode} ${type}.${name}`)
  return [
    {
      root,
      scope,
      address,
      mode,
      type,
      name,
      key: keyOf(resource.index, address),
      values: bag(resource.values),
      unknown: bag(change?.change).after_unknown,
      sensitive: resource.sensitive_values,
      provider: textIn(block?.provider_config_key) || null,
      block: block ?? null,
      place: { file: root.file, key: address, index: null },
    },
  ]
}

const blocks = new WeakMap<Bag, ReadonlyMap<string, Bag>>()
/** `managed aws_vpc.main` -> its block in a module of the configuration. */
function blocksIn(config: Bag | null): ReadonlyMap<string, Bag> {
  if (!config) return new Map()
  let found = blocks.get(config)
  if (!found) {
    found = new Map(
      bags(config.resources).map((one) => [
        `${one.mode === 'data' ? 'data' : 'managed'} ${textIn(one.type)}.${textIn(one.name)}`,
        one,
      ]),
    )
    blocks.set(config, found)
  }
  return found
}

const keyOf = (index: unknown, address: string): Key | null =>
  typeof index === 'string' || typeof index === 'number' ? index : keyOfAddress(address)

/** Modules by their addresses; each is made with the first that stands in it. */
export interface Scopes {
  readonly all: ReadonlyMap<string, Scope>
  at(address: string): Scope
}
export function createScopes(config: Bag, isThere: boolean): Scopes {
  const top: Scope = { address: '', call: null, key: null, parent: null, config: isThere ? config : null }
  const all = new Map([['', top]])
  const at = (address: string): Scope => {
    const known = all.get(address)
    if (known) return known
    const steps = parseTraversal(address) ?? []
    const last = steps.at(-1)
    const named = steps.slice(0, isKey(last) ? -2 : -1).at(-1)
    const call = steps.at(isKey(last) ? -2 : -1)
    if (!named || !('name' in named) || named.name !== 'module' || !call || !('name' in call)) return top
    const parent = at(writeTraversal(steps.slice(0, isKey(last) ? -3 : -2)))
    const inside = bag(bag(parent.config?.module_calls)[call.name]).module
    const scope: Scope = {
      address,
      call: call.name,
      key: isKey(last) ? last.key : null,
      parent,
      config: isFields(inside) ? bag(inside) : null,
    }
    all.set(address, scope)
    return scope
  }
  return { all, at }
}

const named = ({ address, type }: Bag): readonly Named[] =>
  textIn(address) === '' ? [] : [{ address: textIn(address), type: textIn(type) }]

function remarksOf(document: Bag): readonly string[] {
  const remarks: string[] = []
  if (document.errored === true) remarks.push('The plan ended with an error: what it lacks is not here')
  const deferred = bags(document.deferred_changes).map(
    (one) => textIn(bag(one.resource_change).address) || 'a resource',
  )
  if (deferred.length > 0)
    remarks.push(
      `The plan puts off ${deferred.length} of its resources, and says nothing of them: ${deferred.slice(0, 20).join(', ')}`,
    )
  return remarks
}
