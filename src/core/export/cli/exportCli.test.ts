import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { LAMBDA_CODE } from '../aws/lambdaCode.ts'
import { LAMBDA_ZIP } from '../aws/lambdaZip.ts'
import { exportDesign } from '../index.ts'
import { neededActions } from '../permissions/neededActions.ts'
import { planExport } from '../plan/planExport.ts'
import { OWNERS } from '../steps/owners.ts'
import { allExamples } from '../testing/allExamples.ts'
import * as examples from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { printReader } from './printLines.ts'
import { SHELL_FUNCTIONS } from './shellFunctions.ts'

const catalogue = await loadCatalogue()
const filesOf = (design: Design) => exportDesign(design, catalogue, 'cli').files
const textOf = (design: Design, path: string): string => filesOf(design).find((file) => file.path === path)!.text
test.each([
  ['only-s3', examples.onlyS3],
  ['groups-in-circle', examples.groupsInCircle],
  ['inspection', networks.inspection],
] as const)('the script of %s, without its functions', async (name, design) => {
  const script = textOf(design(), 'create.sh')
  await expect(script.slice(script.indexOf('\ndesign=') + 1)).toMatchFileSnapshot(`goldens/${name}.sh`)
})

test('the commands of DNS Firewall and a Profile', async () => {
  const blocks = textOf(networks.oddments(), 'create.sh').split('\n\n')
  const own = blocks.filter((one) => /^# (DNS Firewall rule group|Route 53 Profile) /.test(one))
  await expect(`${own.join('\n\n')}\n`).toMatchFileSnapshot('goldens/name-filters.sh')
})

describe.each(allExamples)('%s', (_, make) => {
  const scripts = filesOf(make()).filter((file) => file.executable)

  test('the teardown knows every kind of line that the creation records', () => {
    const recorded = new Set(
      [...scripts[0]!.text.matchAll(/^ *(?:record|if missing) ([a-z0-9-]+) /gm)].map((match) => match[1]!),
    )
    const known = new Set([...scripts[1]!.text.matchAll(/^ {4}([a-z0-9-]+)\)/gm)].map((match) => match[1]!))
    recorded.delete('mark') // goes with another one
    expect([...recorded].filter((type) => !known.has(type))).toEqual([])
  })

  test('a run whose record was lost takes nothing of another deployment for its own', () => {
    const finders = scripts[0]!.text.replaceAll(/\\\n\s*/g, '').matchAll(/^ *if missing (\S+) \S+ \S+ (.+); then$/gm)
    const ofAnybody = [...finders].filter(([, type, finder]) => !OF_ACCOUNT.has(type!) && !OWN.test(finder!))
    expect(ofAnybody.map(([line]) => line)).toEqual([])
  })

  test('the README names every IAM action that the scripts use', () => {
    const needed = new Set(
      neededActions(planExport(make(), catalogue, new Set()).stacks).map((action) => action.toLowerCase()),
    )
    const used = new Set(
      [
        ...scripts[0]!.text.matchAll(
          /\baws (ec2|iam|lambda|ecs|dynamodb|ssm|elbv2|route53|route53resolver|route53profiles|ram|vpc-lattice|network-firewall|sts) ([a-z0-9-]+)/g,
        ),
      ].map((match) => actionOf(match[1]!, match[2]!)),
    )
    // A waiter repeats a describe call that the script makes anyway
    needed.add('sts:getcalleridentity') // which nobody can be denied
    expect([...used].filter((action) => !needed.has(action) && !action.endsWith(':wait'))).toEqual([])
  })
})

test('the README names the IAM actions by which a teardown asks whose things are', () => {
  const functions: Readonly<Record<string, string>> = SHELL_FUNCTIONS
  const missing = allExamples.flatMap(([, make]) => {
    const { stacks } = planExport(make(), catalogue, new Set())
    const needed = new Set(neededActions(stacks).map((action) => action.toLowerCase()))
    return stacks.flatMap(({ parts }) =>
      parts.flatMap(({ name }) => {
        const owner = OWNERS[name]
        const command = owner === null ? '' : printReader(null, owner)
        const text = `${command}\n${functions[command.split(' ')[0]!] ?? ''}`.replace(
          '"get-$2"',
          command.split(' ')[2] ? `get-${command.split(' ')[2]}` : '',
        )
        return [...text.matchAll(/\baws ([a-z0-9-]+) ([a-z0-9-]+)/g)]
          .map(([, service, operation]) => actionOf(service!, operation!))
          .filter((action) => !needed.has(action))
          .map((action) => `${name}: ${action}`)
      }),
    )
  })
  // S3 and API Gateway name their actions otherwise: s3:GetBucketTagging, apigateway:GET
  expect(new Set(missing)).toEqual(new Set(['bucket: s3api:getbuckettagging', 'api: apigateway:getrestapi']))
})

/** What an account has once, whoever made it: by a drawn name, or by a domain. A teardown leaves alone what carries another tag. */
const OF_ACCOUNT: ReadonlySet<string> = new Set(['bucket', 'table', 'domain-verification'])
/** Asks by the deployment, or by the id of what is its own. */
const OWN = /\$design|\$id_|\b(by_tag|list_by_tag|own_queue|own_role|own_user|short_name|tagged_arn) /

/** `ec2 create-vpc` -> `ec2:createvpc`: IAM does not tell letters of either case apart. */
const actionOf = (service: string, operation: string): string =>
  `${service === 'elbv2' ? 'elasticloadbalancing' : service}:${operation.replaceAll('-', '')}`

test('the function’s code in the script is the one in the template', () => {
  const files = unzipSync(Uint8Array.from(Buffer.from(LAMBDA_ZIP, 'base64')))
  expect(Object.keys(files)).toEqual(['index.py'])
  expect(strFromU8(files['index.py']!)).toBe(LAMBDA_CODE)
})

test('defaults are written out, and chosen endpoint addresses asked for', () => {
  const script = textOf(examples.everything(), 'create.sh')
  expect(script.match(/--vpc-endpoint-type (Gateway|Interface) /g)).toHaveLength(4)
  expect(script.match(/^ +--(no-)?private-dns-enabled /gm)).toHaveLength(4)
  expect(script).toContain(
    `--subnet-configurations '[{"SubnetId":"'"$id_Private"'","Ipv4":"'"$Vpc1Address10x0x2x10"'"}]'`,
  )
  expect(script).toContain('--dns-options PrivateDnsOnlyForInboundResolverEndpoint=true')
  expect(script).not.toMatch(/create-route \\(?:\n.*\\)*\n +--(vpc-endpoint-id|gateway-id "\$id_GatewayEndpoint)/)
})
