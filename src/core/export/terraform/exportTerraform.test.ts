import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'
import { allExamples } from '../testing/allExamples.ts'
import * as examples from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { bodiesIn, readModules } from '../testing/readModule.ts'

const catalogue = await loadCatalogue()
const exported = (design: Design) => exportDesign(design, catalogue, 'terraform')
const textOf = (design: Design, path: string): string => {
  const file = exported(design).files.find((one) => one.path === path)
  if (!file) throw new Error(`no ${path}`)
  return file.text
}

test.each([
  ['only-s3/main.tf', examples.onlyS3, 'main.tf'],
  ['only-s3/variables.tf', examples.onlyS3, 'variables.tf'],
  ['only-s3/outputs.tf', examples.onlyS3, 'outputs.tf'],
  ['only-s3/versions.tf', examples.onlyS3, 'versions.tf'],
  ['only-s3/terraform.tfvars.example', examples.onlyS3, 'terraform.tfvars.example'],
  ['only-s3/README.md', examples.onlyS3, 'README.md'],
  ['groups-in-circle/main.tf', examples.groupsInCircle, 'main.tf'],
  ['two-accounts/main.tf', networks.twoAccounts, 'us-east-1-444455556666/main.tf'],
  ['two-accounts/variables.tf', networks.twoAccounts, 'us-east-1-444455556666/variables.tf'],
] as const)('%s', async (golden, make, path) => {
  await expect(textOf(make(), path)).toMatchFileSnapshot(`goldens/${golden}`)
})

test.each(allExamples)('%s comes to the same bytes each time', (_, make) => {
  expect(exported(make())).toEqual(exported(make()))
})

test('one folder for each account and Region, and none where there is one', () => {
  const folders = (design: Design) => [...new Set(exported(design).files.map(({ path }) => path.replace(/[^/]+$/, '')))]
  expect(folders(examples.onlyS3())).toEqual([''])
  expect(folders(networks.twoAccounts())).toEqual([
    '',
    'eu-west-1-111122223333/',
    'us-east-1-111122223333/',
    'us-east-1-444455556666/',
  ])
})

test('an account that is not drawn is asked for', () => {
  const design = buildDesign((b) => {
    b.account({ id: 'account-1', accountId: '' })
    b.vpc({ cidrs: ['10.0.0.0/16'] })
  })
  expect(textOf(design, 'variables.tf')).toMatch(
    /variable "account_id" \{\n {2}description = .*\n {2}type {8}= string\n {2}nullable/,
  )
  expect(textOf(design, 'terraform.tfvars.example')).toContain('\naccount_id = ""\n')
})

test('a stranger’s text is no expression, neither in a value nor in a comment', async () => {
  const files = exported(examples.hostileNames()).files
  const [module] = await readModules(files)
  const names = bodiesIn(module!).flatMap(({ type, body }) =>
    type === 'aws_subnet' ? [(body.tags as { readonly Name: string }).Name.replaceAll('$${', '${')] : [],
  )
  expect(names.sort()).toEqual([...examples.HOSTILE_NAMES].sort())
})

describe('the guide of several modules', () => {
  const guide = textOf(networks.twoAccounts(), 'README.md')
  const deploy = guide.slice(0, guide.indexOf('## Worth knowing'))
  const tearDown = guide.slice(guide.indexOf('## Tear down'))

  test('reads an id only from a module that has been applied, and gives each once', () => {
    const applied = new Set<string>()
    const given: string[] = []
    for (const line of deploy.split('\n')) {
      const read = /\$\(terraform -chdir=(\S+) output -raw (\w+)\)\\"" >(\S+)\/(\w+)\.auto\.tfvars$/.exec(line)
      if (read) {
        expect([...applied]).toContain(read[1])
        expect(read[2]).toBe(read[4])
        given.push(`${read[3]}/${read[2]}`)
      }
      const done = /^terraform -chdir=(\S+) apply /.exec(line)
      if (done) applied.add(done[1]!)
    }
    expect(given.length).toBeGreaterThan(15)
    expect(new Set(given).size).toBe(given.length)
    expect(deploy).not.toContain('These ids come from outside the drawing')
  })

  test('every id that a module asks for is given, and told by another one', () => {
    for (const { path, text } of exported(networks.twoAccounts()).files) {
      if (!path.endsWith('variables.tf')) continue
      const folder = path.slice(0, path.lastIndexOf('/'))
      for (const [, name] of text.matchAll(/variable "(\w+_of_\w+)"/g))
        expect(deploy).toContain(`>${folder}/${name}.auto.tfvars`)
    }
    for (const [, folder, name] of deploy.matchAll(/-chdir=(\S+) output -raw (\w+)/g))
      expect(textOf(networks.twoAccounts(), `${folder}/outputs.tf`)).toContain(`output "${name}" {`)
  })

  test('the way back takes the ids away that the way there gave, last first', () => {
    const given = [...deploy.matchAll(/>(\S+\.auto\.tfvars)$/gm)]
      .map(([, file]) => file!)
      .filter((file) => !file.includes('images'))
    const taken = [...tearDown.matchAll(/^rm -f (.+)$/gm)].flatMap(([, files]) => files!.split(' '))
    expect([...taken].sort()).toEqual([...given].sort())
    const destroyed = [...tearDown.matchAll(/-chdir=(\S+) destroy/g)].map(([, folder]) => folder)
    const first = [...new Set([...deploy.matchAll(/-chdir=(\S+) init/g)].map(([, folder]) => folder))]
    expect(destroyed).toEqual(first.reverse())
  })
})

test('what nobody here makes is asked for, and everything else made without it', () => {
  const guide = textOf(networks.transitHub(), 'README.md')
  expect(guide).toMatch(/- `id_of_line`: Id of Transit gateway attachment/)
  expect(textOf(networks.transitHub(), 'main.tf')).toMatch(
    /"hub_table_association_line" \{\n {2}count = var\.id_of_line == null \? 0 : 1\n/,
  )
})

test('a resource that is named already is not waited for once more', () => {
  const main = textOf(examples.publicAndPrivate(), 'main.tf')
  const nat = /resource "aws_nat_gateway"[\s\S]*?\n\}/.exec(main)![0]
  // its address comes after the attachment
  expect(nat).not.toContain('depends_on')
  expect(main).toMatch(
    /"aws_eip" "nat_gateway1_address" \{[^}]*\}\n\n {2}depends_on = \[aws_internet_gateway_attachment\./,
  )
})

test('a local route that leads elsewhere is a step by hand', () => {
  const { files } = exported(networks.oddments())
  expect(files[0]!.text).toMatch(
    /By hand: Lead the local route of [\s\S]*id_\w+=\$\(terraform output -raw id_of_\w+\)[\s\S]*aws ec2 replace-route/,
  )
})

test('what the provider cannot be told is said', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.endpointService([b.nlb(vpc, { subnets: [subnet] })], { id: 'service', payer: 'service-owner' })
    b.vpc({ id: 'accent', name: 'cafe\u0301', cidrs: ['10.1.0.0/16'] })
  })
  const messages = exported(design).remarks.map(({ message }) => message)
  expect(messages).toContainEqual(expect.stringContaining('the owner of the service pays'))
  expect(messages).toContainEqual(expect.stringContaining('in composed letters'))
})

test('further addresses that are asked for by number come with an interface of their own', async () => {
  const design = (publicIp: 'none' | 'auto') =>
    buildDesign((b) => {
      const subnet = b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.1.0/24' })
      const side = { subnet, securityGroups: [], privateIp: null, ipv6: null, sourceDestCheck: true, interfaceId: null }
      b.set<'client'>(b.ec2(subnet, { name: 'many' }), {
        interfaces: [{ ...side, publicIp, secondaryIps: ['10.0.1.7', '10.0.1.8'] }],
      })
    })
  const [module] = await readModules(exported(design('none')).files)
  expect(module!.resources.aws_network_interface!.many).toMatchObject([{ private_ips_count: 2 }])
  expect(module!.resources.aws_instance!.many).toMatchObject([
    { primary_network_interface: [{ network_interface_id: `\${aws_network_interface.many.id}` }] },
  ])
  const messages = exported(design('auto')).remarks.map(({ message }) => message)
  expect(messages).toContainEqual(expect.stringContaining('cannot ask for 2 further private addresses'))
})

test('a design of which nothing is deployed comes to a README and the drawing', () => {
  const { files } = exported(buildDesign((b) => b.settings({ title: 'Nothing' })))
  expect(files.map(({ path }) => path)).toEqual(['README.md', 'design.hopwise.json'])
})

test('a route to an instance of another account leads to its first interface, which that one tells', () => {
  const { files } = exported(
    buildDesign((b) => {
      b.account({ id: 'account-1', accountId: '111122223333' })
      const guest = b.account({ id: 'account-2', accountId: '444455556666' })
      const vpc = b.vpc({ id: 'vpc', cidrs: ['10.0.0.0/16'] })
      const subnet = b.subnet(vpc, { id: 'shared', cidr: '10.0.1.0/24' })
      const router = b.ec2(subnet, { id: 'router', account: guest })
      b.routeTable(vpc, [['192.168.0.0/16', router]], { id: 'table' })
    }),
  )
  const textOfFile = (path: string) => files.find((one) => one.path === path)!.text
  expect(textOfFile('us-east-1-111122223333/main.tf')).toContain('network_interface_id   = var.interface_of_router')
  expect(textOfFile('us-east-1-444455556666/outputs.tf')).toMatch(
    /output "interface_of_router" \{[^}]*aws_instance\.router\[0\]\.primary_network_interface_id/,
  )
})
