import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { DeploySettings, Design, Environment } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { variablesIn } from '../aws/variablesIn.ts'
import { exportDesign, MAY_EXIST } from '../index.ts'
import { planExport } from '../plan/planExport.ts'
import { allExamples } from '../testing/allExamples.ts'
import { everything } from '../testing/exampleDesigns.ts'
import { twoAccounts } from '../testing/exampleNetworks.ts'
import { judgeModule } from '../testing/judgeModule.ts'
import { readModules } from '../testing/readModule.ts'
import { identifierOf } from './identifierOf.ts'

const catalogue = await loadCatalogue()
const environment = (name: string, given: Partial<Environment> = {}): Environment => ({
  name,
  accounts: {},
  regions: {},
  zones: {},
  blocks: {},
  names: {},
  existing: {},
  ...given,
})
const withSettings = (design: Design, given: Partial<DeploySettings>): Design => ({
  ...design,
  deploy: { networkOnly: false, naming: '{name}', tags: {}, existing: {}, environments: [], ...given },
})
const filesOf = (design: Design) => exportDesign(design, catalogue, 'terraform').files
const textOf = (design: Design, path: string): string => {
  const file = filesOf(design).find((one) => one.path === path)
  if (!file) throw new Error(`no ${path}`)
  return file.text
}
const moduleOf = async (design: Design) => (await readModules(filesOf(design)))[0]!

/** Every construct of an example that may exist. */
const idsOf = (design: Design): readonly string[] =>
  Object.values(design.constructs).flatMap(({ id, kind }) => (MAY_EXIST.has(kind) ? [id] : []))

describe.each(allExamples)('%s', (_, make) => {
  test('whatever differs between environments is a variable of the modules that hold it', async () => {
    const { stacks } = planExport(make(), catalogue, new Set())
    const modules = await readModules(filesOf(make()))
    const texts = JSON.stringify(modules.map(({ resources }) => resources))
    for (const stack of stacks) {
      const module = modules.find(({ folder }) => folder === '' || folder === `${stack.regionCode}-${stack.accountId}`)!
      const own = [stack.regionCode, stack.accountId]
      for (const { kind, name, drawn } of variablesIn(stack)) {
        // the role that accepts a peering is CloudFormation's alone
        if (own.includes(drawn) || (kind === 'account' && !texts.includes(drawn))) continue
        expect([name, module.variables[identifierOf(name)]?.[0]?.default]).toEqual([name, drawn])
      }
    }
  })

  test('whatever may exist, every name in the modules leads to something', async () => {
    const ids = idsOf(make())
    const cases = [...ids.map((id) => [id]), ids]
    for (const there of cases)
      for (const id of ['', 'vpc-0123456789abcdef0']) {
        const existing = Object.fromEntries(there.map((one) => [one, id]))
        const modules = await readModules(filesOf(withSettings(make(), { existing })))
        expect([there, id, modules.flatMap(judgeModule)]).toEqual([there, id, []])
      }
  }, 120_000)
})

test('names and tags follow the pattern, and the name of the environment is a variable', async () => {
  const design = withSettings(everything(), {
    naming: '{env}-{name}',
    tags: { team: 'net', stage: 'in {env}' },
    environments: [environment('dev')],
  })
  expect(textOf(design, 'versions.tf')).toContain(
    `      "hopwise:design" = var.deployment\n      stage            = "in \${var.environment_name}"\n      team             = "net"\n`,
  )
  expect((await moduleOf(design)).resources.aws_vpc!.vpc1![0]!.tags).toEqual({
    Name: `\${var.environment_name}-vpc-1`,
    'hopwise:id': 'vpc-1',
  })
})

test('each environment has a file of variables, in which nothing is written that no variable takes', async () => {
  const design = withSettings(twoAccounts(), {
    environments: [
      environment('dev', {
        blocks: { home: ['172.20.0.0/16'] },
        zones: { a: 'c' },
        accounts: { 'account-1': '999999999999' },
        existing: { abroad: 'vpc-0aaaaaaaaaaaaaaaa' },
      }),
    ],
  })
  for (const module of await readModules(filesOf(design))) {
    const text = textOf(design, `${module.folder}/environments/dev.tfvars`)
    for (const [, name] of text.matchAll(/^(\w+) = ".*"$/gm)) expect(Object.keys(module.variables)).toContain(name)
  }
  const abroad = textOf(design, 'us-east-1-444455556666/environments/dev.tfvars')
  expect(abroad).toContain('\nhome_block = "172.20.0.0/16"\n')
  expect(abroad).toContain('\nzone_letter_a = "c"\n')
  expect(abroad).toContain('\ndeployment = "two-accounts-dev"\n')
  expect(abroad).toContain('\nexisting_abroad = "vpc-0aaaaaaaaaaaaaaaa"\n')
  expect(abroad).toContain('\naccount_id = "444455556666"\n')
  expect(textOf(design, 'us-east-1-111122223333/environments/dev.tfvars')).toContain('\naccount_id = "999999999999"\n')
})

const shop = (settings: Partial<DeploySettings>): Design =>
  withSettings(
    buildDesign((b) => {
      b.account({ id: 'account-1', accountId: '111122223333' })
      const vpc = b.vpc({ id: 'main', cidrs: ['10.0.0.0/16'] })
      const subnet = b.subnet(vpc, { id: 'near', cidr: '10.0.1.0/24' })
      const gateway = b.internetGateway(vpc, { id: 'gate' })
      b.mainTable(vpc, [['0.0.0.0/0', gateway]], { id: 'table' })
      b.ec2(subnet, { id: 'web', name: 'web' })
    }),
    settings,
  )

test('what exists by its id is a variable with that id, and nothing waits for it', async () => {
  const { resources, variables } = await moduleOf(shop({ existing: { main: 'vpc-0123456789abcdef0' } }))
  expect(resources.aws_vpc).toBeUndefined()
  expect(variables.id_of_main).toMatchObject([{ default: 'vpc-0123456789abcdef0', nullable: false }])
  expect(resources.aws_subnet!.near).toMatchObject([{ vpc_id: `\${var.id_of_main}` }])
  expect(resources.aws_subnet!.near![0]).not.toHaveProperty('count')
  // its main table is its own, and takes the new route when it is known
  expect(resources.aws_default_route_table).toBeUndefined()
  expect(resources.aws_route_table_association).toBeUndefined()
  expect(Object.values(resources.aws_route!)).toMatchObject([
    [{ count: `\${var.id_of_table == null ? 0 : 1}`, route_table_id: `\${var.id_of_table}` }],
  ])
})

test('what is made unless an id is given has a count, and everything else takes the one or the other', async () => {
  const { resources, locals, outputs } = await moduleOf(shop({ existing: { main: '' } }))
  expect(resources.aws_vpc!.main).toMatchObject([{ count: `\${var.existing_main == null ? 1 : 0}` }])
  expect(locals).toEqual({
    id_of_main: `\${var.existing_main == null ? one(aws_vpc.main[*].id) : var.existing_main}`,
    default_security_group_id_of_main: `\${var.existing_main == null ? one(aws_vpc.main[*].default_security_group_id) : var.existing_main__default_security_group_id}`,
  })
  expect(resources.aws_subnet!.near).toMatchObject([{ vpc_id: `\${local.id_of_main}` }])
  expect(outputs.id_of_main).toMatchObject([{ value: `\${local.id_of_main}` }])
  // the main table of one that exists is left alone: the drawn one stands beside it
  expect(resources.aws_default_route_table).toBeUndefined()
  expect(resources.aws_route_table!.table).toMatchObject([{ vpc_id: `\${local.id_of_main}` }])
  expect(Object.values(resources.aws_route_table_association!)).toHaveLength(1)
})

describe('the guide of a design with environments', () => {
  const guide = textOf(withSettings(twoAccounts(), { environments: [environment('dev')] }), 'README.md')

  test('has a state for each, and gives each id to the file of ids of the environment', () => {
    expect(guide).toContain('environment=dev\nexport TF_WORKSPACE="$environment"\n')
    expect(guide).not.toContain('.auto.tfvars')
    const given = [...guide.matchAll(/^give (\S+) (\w+) /gm)].map(([, folder, name]) => `${folder} ${name}`)
    const taken = [...guide.matchAll(/\btake (\S+) (\w+)/g)].map(([, folder, name]) => `${folder} ${name}`)
    expect(given.length).toBeGreaterThan(15)
    expect(taken.filter((one) => !one.startsWith('"')).sort()).toEqual([...given].sort())
  })
})
