import { idFrom, isId } from '../fields.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import type { Instance, TerraformRoot } from './terraformRoot.ts'
import type { TerraformTypes } from './types/terraformType.ts'

/** Instances that count, and the ids of the constructs that they become. */
export interface Identified {
  readonly instances: readonly Instance[]
  readonly ids: ReadonlyMap<Instance, string>
}

/** Ids as AWS gives them: `vpc-0abc…`, `tgw-attach-…`, `rslvr-in-…`, and those of hosted zones. */
const OF_AWS = /^(?:[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,}|Z[0-9A-Z]{8,32})$/

/**
 * What AWS has named keeps its id; the rest is called by its address. What two files tell of one thing counts once: what manages it before a data source,
 * a plan before a state.
 */
export function identify(roots: readonly TerraformRoot[], types: TerraformTypes, taker: NoteTaker): Identified {
  const all = roots.flatMap(({ instances }) => instances)
  const isNamed = ({ type }: Instance): boolean => Object.hasOwn(types, type) && types[type]!.type !== null
  const byId = new Map<string, Instance>()
  const dropped = new Set<Instance>()
  for (const one of all) {
    const id = idOfAws(one)
    if (id === null || !isNamed(one)) continue
    const name = `${one.type} ${id}`
    const other = byId.get(name)
    if (!other) byId.set(name, one)
    else {
      const counts = rank(one) > rank(other) ? one : other
      const less = counts === one ? other : one
      byId.set(name, counts)
      dropped.add(less)
      if (less.mode === 'managed' && less.root !== counts.root)
        takeNote(taker, 'assumed', `${id} is managed in two files; what ${counts.root.file} says counts`, less.place)
    }
  }
  const instances = all.filter((one) => !dropped.has(one))
  const ids = new Map<Instance, string>()
  const taken = new Set<string>()
  const named = instances.filter(isNamed)
  for (const one of named) {
    const id = idOfAws(one)
    if (id === null || taken.has(id)) continue
    ids.set(one, id)
    taken.add(id)
  }
  const files = filesByAddress(named)
  for (const one of named) {
    if (ids.has(one)) continue
    const id = freeId(taken, files.get(one.address)!.size > 1 ? `${stemOf(one.root.file)}.${one.address}` : one.address)
    ids.set(one, id)
    taken.add(id)
  }
  return { instances, ids }
}

/** The id that AWS has given; null = none yet, or none of its own. */
export function idOfAws({ values, type }: Instance): string | null {
  const said =
    type === 'aws_spot_instance_request'
      ? values.spot_instance_id
      : type === 'aws_eip'
        ? (values.allocation_id ?? values.id)
        : values.id
  return typeof said === 'string' && OF_AWS.test(said) && isId(said) ? said : null
}

const rank = ({ mode, root }: Instance): number => (mode === 'managed' ? 2 : 0) + (root.kind === 'plan' ? 1 : 0)

function filesByAddress(instances: readonly Instance[]): ReadonlyMap<string, ReadonlySet<TerraformRoot>> {
  const found = new Map<string, Set<TerraformRoot>>()
  for (const { address, root } of instances) {
    const files = found.get(address)
    if (files) files.add(root)
    else found.set(address, new Set([root]))
  }
  return found
}

/** `plans/network.json` is `network`. */
const stemOf = (file: string): string =>
  file
    .split(/[/\\]/)
    .at(-1)!
    .replace(/\.(?:gz|json|tfstate)$/gi, '')
    .replace(/\.(?:tfplan|plan)$/i, '')

/** `aws_subnet.private["a"]` as an id: `aws_subnet.private-a`. */
function freeId(taken: ReadonlySet<string>, text: string): string {
  const wanted = idFrom(text).replace(/-+$/, '').replace(/-\./g, '.').slice(0, 118)
  for (let count = 1; ; count++) {
    const id = count === 1 ? wanted : `${wanted}-${count}`
    if (!taken.has(id)) return id
  }
}
