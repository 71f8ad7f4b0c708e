import { asList } from '../../fields.ts'
import { type Bag, bag, bags, textIn } from '../bag.ts'
import type { Instance, TerraformRoot } from '../terraformRoot.ts'
import type { Key } from '../traversal.ts'
import { createScopes } from './readShown.ts'

/** `terraform.tfstate`, version 4. Source: hashicorp/terraform, internal/states/statefile/version4.go. */
export function readRawState(file: string, document: Bag): TerraformRoot {
  const scopes = createScopes({}, false)
  const instances: Instance[] = []
  const root: TerraformRoot = {
    file,
    kind: 'state',
    instances,
    scopes: scopes.all,
    variables: new Map(),
    providers: new Map(),
    removed: [],
    deferred: [],
    remarks: [],
  }
  for (const resource of bags(document.resources)) {
    const [type, name, module] = [textIn(resource.type), textIn(resource.name), textIn(resource.module)]
    if (type === '') continue
    const mode = resource.mode === 'data' ? 'data' : 'managed'
    const base = `${module === '' ? '' : `${module}.`}${mode === 'data' ? 'data.' : ''}${type}.${name}`
    for (const one of bags(resource.instances)) {
      if (textIn(one.deposed) !== '') continue
      const key = keyOf(one.index_key)
      const address = key === null ? base : `${base}[${JSON.stringify(key)}]`
      instances.push({
        root,
        scope: scopes.at(module),
        address,
        mode,
        type,
        name,
        key,
        values: bag(one.attributes),
        unknown: undefined,
        sensitive: sensitiveOf(one.sensitive_attributes),
        provider: providerOf(textIn(resource.provider)),
        block: null,
        place: { file, key: address, index: null },
      })
    }
  }
  return root
}

const keyOf = (index: unknown): Key | null => (typeof index === 'string' || typeof index === 'number' ? index : null)

/** `module.a.provider["registry.terraform.io/hashicorp/aws"].west` is `aws.west`. */
function providerOf(said: string): string | null {
  const match = /provider\["(?:[^"]*\/)?([^"/]+)"\](?:\.(\S+))?$/.exec(said)
  return match ? `${match[1]}${match[2] ? `.${match[2]}` : ''}` : null
}

/** Paths of what is sensitive, as a tree of flags: an attribute with anything sensitive in it counts as a whole. */
function sensitiveOf(paths: unknown): Bag {
  const found: Record<string, unknown> = {}
  for (const path of asList(paths)) {
    const [first] = bags(path)
    const name = textIn(first?.value)
    if (name !== '') found[name] = true
  }
  return found
}
