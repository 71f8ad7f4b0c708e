/** A reference, and what Terraform lists behind it. */
export const ref = (...references: readonly string[]) => ({ references: references.flatMap(echoes) })
/** A value that is written out. */
export const constant = (value: unknown) => ({ constant_value: value })

/** `aws_subnet.a[0].id` is listed with `aws_subnet.a[0]` and `aws_subnet.a` behind it, as Terraform does. */
function echoes(reference: string): readonly string[] {
  if (/^(?:count|each|local|var|path|self)\./.test(reference)) return [reference]
  const parts = /^((?:module\.[\w-]+(?:\[[^\]]*\])?|(?:data\.)?[\w-]+\.[\w-]+(?:\[[^\]]*\])?))(.*)$/.exec(reference)
  if (!parts) return [reference]
  const [, subject, rest] = parts as unknown as [string, string, string]
  const steps = rest.match(/\.[\w-]+|\[[^\]]*\]/g) ?? []
  const all = steps.map((_, index) => subject + steps.slice(0, steps.length - index).join(''))
  const whole = subject.replace(/\[[^\]]*\]$/, '')
  return [...all, subject, ...(whole === subject ? [] : [whole])]
}

export interface Planned {
  readonly address: string
  readonly values: Readonly<Record<string, unknown>>
  /** Attributes that are known only after the apply, besides the id. */
  readonly unknown?: Readonly<Record<string, unknown>>
  readonly actions?: readonly string[]
  readonly mode?: 'data'
}

const parse = (address: string) => {
  const [, module = '', rest = ''] = /^((?:module\.[\w-]+(?:\[[^\]]*\])?\.?)*)(.*)$/.exec(address) ?? []
  const [, type = '', name = '', index] = /^(?:data\.)?([\w-]+)\.([\w-]+)(?:\[(.*)\])?$/.exec(rest) ?? []
  return { module: module.replace(/\.$/, ''), type, name, index: index === undefined ? undefined : JSON.parse(index) }
}

const resourceOf = ({ address, values, mode = 'managed' as never }: Planned) => {
  const { type, name, index } = parse(address)
  return {
    address,
    mode,
    type,
    name,
    ...(index !== undefined && { index }),
    provider_name: 'registry.terraform.io/hashicorp/aws',
    schema_version: 1,
    values,
    sensitive_values: {},
  }
}

/** Modules nested as `planned_values` and `values` nest them. */
export function moduleTree(resources: readonly Planned[]) {
  const addresses = new Set(resources.map(({ address }) => parse(address).module))
  const build = (address: string): object => ({
    ...(address !== '' && { address }),
    resources: resources.filter((one) => parse(one.address).module === address).map(resourceOf),
    child_modules: [...addresses].filter((one) => one !== '' && parentOf(one) === address).map(build),
  })
  for (const one of [...addresses])
    for (let at = parentOf(one); one !== '' && at !== ''; at = parentOf(at)) addresses.add(at)
  return build('')
}
const parentOf = (address: string): string => address.replace(/\.?module\.[\w-]+(?:\[[^\]]*\])?$/, '')

/** A plan as `terraform show -json` prints it. Everything that it makes has an id which is known only after the apply. */
export function planOf(
  resources: readonly Planned[],
  configuration: object,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const isMade = (one: Planned) => one.values.id === undefined
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: moduleTree(resources) },
    resource_changes: resources.map((one) => ({
      ...resourceOf(one),
      ...(parse(one.address).module !== '' && { module_address: parse(one.address).module }),
      change: {
        actions: one.actions ?? (isMade(one) ? ['create'] : ['no-op']),
        before: null,
        after: one.values,
        after_unknown: { ...(isMade(one) && { id: true, arn: true }), ...one.unknown },
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
    configuration,
    ...more,
  }
}

/** A block of the configuration. */
export const block = (
  address: string,
  expressions: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
) => {
  const { type, name } = parse(address)
  return {
    address,
    mode: address.startsWith('data.') ? 'data' : 'managed',
    type,
    name,
    provider_config_key: 'aws',
    expressions,
    schema_version: 1,
    ...more,
  }
}

/** The provider, with a Region that is written out. */
export const provider = (region: string) => ({
  aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws', expressions: { region: constant(region) } },
})
