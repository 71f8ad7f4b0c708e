import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exampleFolder } from '../core/import/describe/testing/exampleFolder.ts'
import { serialiseDesign } from '../core/model/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import type { Command } from './command.ts'
import { checkCommand } from './commands/check.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { needsCommand } from './commands/needs.ts'
import { simulateCommand } from './commands/simulate.ts'
import { testCommand } from './commands/test.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopwise-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function run(command: Command, positionals: string[], values: Record<string, string | boolean> = {}) {
  const lines: string[] = []
  const code = await command.run({ positionals, values }, (line) => lines.push(line))
  return { code, lines }
}

const small = () =>
  buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a' })
    b.ec2(subnet, { name: 'web' })
  })

test('simulate answers every line in order, with the documented keys', async () => {
  const design = await write('design.json', serialiseDesign(small()))
  const requests = await write(
    'requests.jsonl',
    '{"id":"one","from":"web","to":"8.8.8.8","protocol":"tcp","port":443}\n\n{"id":2,"from":"nobody","to":"web","protocol":"icmp"}\n',
  )
  const { code, lines } = await run(simulateCommand, [design], { requests, json: true })
  expect(code).toBe(0)
  const answers = lines.map((line) => JSON.parse(line))
  expect(answers.map((one) => [one.id, one.verdict, one.code])).toEqual([
    ['one', 'fails', 'NO_ROUTE_TO_DESTINATION'],
    [2, 'cannot-tell', 'UNKNOWN_SOURCE'],
  ])
  expect(Object.keys(answers[0])).toEqual(['id', 'verdict', 'symptom', 'code', 'decidedBy', 'path', 'answers', 'via'])
})
test('one request is told in words, hop by hop', async () => {
  const design = await write('design.json', serialiseDesign(small()))
  const { lines } = await run(simulateCommand, [design], { from: 'web', to: '8.8.8.8', port: '443' })
  expect(lines[0]).toBe('Connection times out')
  expect(lines.join('\n')).toContain('has no route to 8.8.8.8')
})
test('a line that is no request is answered by the reason, in its place, and costs no other line', async () => {
  const design = await write('design.json', serialiseDesign(small()))
  const lines = [
    '{"from":"web","to":"8.8.8.8","port":443}',
    '{"id":"b","from":"web","to":"x","porte":443}',
    '{"from":"web"',
    '[]',
    '{"id":{"a":1},"from":"web","to":"8.8.8.8","port":99999}',
    '{"id":"last","from":"web","to":"8.8.8.8","port":443}',
  ]
  const requests = await write('requests.jsonl', `\ufeff${lines.join('\n')}\n`)
  const json = await run(simulateCommand, [design], { requests, json: true })
  expect(json.code).toBe(1)
  const answers = json.lines.map((line) => JSON.parse(line))
  expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
    [1, 'fails'],
    ['b', null],
    [3, null],
    [4, null],
    [{ a: 1 }, null],
    ['last', 'fails'],
  ])
  expect(answers.map(({ error }) => error)).toEqual([
    undefined,
    expect.stringMatching(/requests\.jsonl:2: .*porte/),
    expect.stringMatching(/requests\.jsonl:3: not JSON/),
    expect.stringMatching(/requests\.jsonl:4: not a JSON object/),
    expect.stringMatching(/requests\.jsonl:5: port: /),
    undefined,
  ])
  for (const one of answers) expect(Object.keys(one)).toEqual(expect.arrayContaining(Object.keys(answers[0])))
  const words = await run(simulateCommand, [design], { requests })
  expect(words.lines[1]).toMatch(/^b: no request: .*porte/)
  expect(words.lines).toHaveLength(lines.length)
})
test('a file in which no line is a request cannot be used', async () => {
  const design = await write('design.json', serialiseDesign(small()))
  const requests = await write('requests.jsonl', '{"from":"web","to":"x","porte":443}\nhello\n')
  await expect(run(simulateCommand, [design], { requests })).rejects.toThrow(/requests\.jsonl:1: .*porte/)
})
test('a file that is no design says where it is wrong', async () => {
  const broken = await write('broken.json', '{"format": "hopwise-design",\n  "version": 1,,}')
  await expect(run(checkCommand, [broken])).rejects.toThrow(/broken\.json: .*line 2/)
  await expect(run(checkCommand, [join(folder, 'missing.json')])).rejects.toThrow('no such file')
  await expect(run(checkCommand, [folder])).rejects.toThrow(/holds nothing .*broken\.json/)
})
test('a folder and a zip of what the AWS CLI printed become the same design', async () => {
  const given = exampleFolder()
  for (const { path, text } of given) {
    await mkdir(dirname(join(folder, 'aws', path)), { recursive: true })
    await writeFile(join(folder, 'aws', path), text)
  }
  const zip = join(folder, 'aws.zip')
  await writeFile(zip, zipSync(Object.fromEntries(given.map(({ path, text }) => [`aws/${path}`, strToU8(text)]))))
  const designs: string[] = []
  for (const source of [join(folder, 'aws'), zip]) {
    const out = join(folder, 'out.json')
    const report = join(folder, 'report.txt')
    expect(await run(importCommand, [source], { out, report })).toEqual({ code: 0, lines: [out] })
    expect(await readFile(report, 'utf8')).toContain('nat-gone: the NAT gateway is deleted (aws/')
    designs.push(await readFile(out, 'utf8'))
  }
  expect(designs[0]).toBe(designs[1])
  const { lines } = await run(simulateCommand, [zip], {
    from: 'eni-web',
    to: '10.0.2.20',
    port: '443',
    json: true,
  })
  expect(JSON.parse(lines[0]!)).toMatchObject({ id: 'request', verdict: 'cannot-tell' })
})
test('one file of what the AWS CLI printed is a source too, whatever its name; a design is not imported', async () => {
  const vpcs = await write('vpcs.out', '\ufeff{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}')
  const out = join(folder, 'out.json')
  expect((await run(importCommand, [vpcs], { out })).code).toBe(0)
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ title: 'vpcs.out' })
  expect((await run(checkCommand, [vpcs])).lines.at(-1)).toMatch(/finding/i)
  await expect(run(importCommand, [out], { out })).rejects.toThrow('out.json: is a design already')
  await expect(run(importCommand, [await write('not.zip', 'x')], { out })).rejects.toThrow(
    /not\.zip: is no zip archive: /,
  )
})
test('an import with a file that cannot be read exits with 1 and keeps the rest', async () => {
  await mkdir(join(folder, 'us-east-1'))
  await writeFile(join(folder, 'us-east-1/vpcs.json'), '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}')
  await writeFile(join(folder, 'us-east-1/subnets.json'), '{"Subnets": [{"SubnetId": "sub')
  const out = join(folder, 'out.json')
  const report = join(folder, 'report.json')
  expect((await run(importCommand, [join(folder, 'us-east-1')], { out, report })).code).toBe(1)
  expect(await readFile(out, 'utf8')).toContain('"vpc-1"')
  const notes = JSON.parse(await readFile(report, 'utf8')).notes as readonly { kind: string; place: { file: string } }[]
  expect(notes.find(({ kind }) => kind === 'unreadable')?.place.file).toBe('us-east-1/subnets.json')
})
test('check exits with 1 when there is something to find', async () => {
  const bad = buildDesign((b) => {
    b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '192.168.0.0/24', zone: 'us-east-1a' })
  })
  const { code, lines } = await run(checkCommand, [await write('bad.json', serialiseDesign(bad))], { json: true })
  expect(code).toBe(1)
  expect(JSON.parse(lines.join('\n')).map((one: { check: string }) => one.check)).toContain('subnet-outside-vpc')
})
test('needs tells of each name whether it is reached, and exits with 1 where one is not', async () => {
  const draw = (withEndpoint: boolean) =>
    buildDesign((b) => {
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], dnsHostnames: true })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a' })
      const group = b.securityGroup(vpc, { ingress: [['tcp', 443, '10.0.0.0/16']] })
      b.ec2(subnet, { name: 'pod', workloads: ['eks-irsa'] })
      if (withEndpoint) b.interfaceEndpoint(vpc, 'sts', { name: 'sts', subnets: [subnet], securityGroups: [group] })
    })
  const lacking = await write('lacking.json', serialiseDesign(draw(false)))
  const told = await run(needsCommand, [lacking], { client: 'pod' })
  expect(told.code).toBe(1)
  expect(told.lines).toEqual([
    expect.stringMatching(/^EKS: pods with IRSA: Credentials come from the Regional name of STS/),
    'missing  sts.us-east-1.amazonaws.com tcp 443: Connection times out',
    '         an endpoint for com.amazonaws.us-east-1.sts (interface) would serve it',
    '0 of 1 names that are always asked for are reached.',
  ])
  const served = await write('served.json', serialiseDesign(draw(true)))
  const { code, lines } = await run(needsCommand, [served], { client: 'pod', json: true })
  expect(code).toBe(0)
  expect(JSON.parse(lines.join('\n'))).toEqual([
    {
      host: 'sts.us-east-1.amazonaws.com',
      protocol: 'tcp',
      port: 443,
      workloads: ['eks-irsa'],
      when: [],
      state: 'reached',
      verdict: 'succeeds',
      symptom: null,
      code: null,
      path: 'interface-endpoint',
      service: 'com.amazonaws.us-east-1.sts',
      type: 'interface',
      serviceRegion: null,
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html',
    },
  ])
  const other = await run(needsCommand, [served], { client: 'pod', workload: 'eks-irsa, eks-pod-identity' })
  expect(other.code).toBe(1)
  expect(other.lines.at(-1)).toBe('1 of 2 names that are always asked for are reached.')
})
test('needs lists the workloads, and asks for one where the client has none', async () => {
  const { code, lines } = await run(needsCommand, [])
  expect(code).toBe(0)
  expect(lines).toContain('session-manager               Session Manager')
  const design = await write('design.json', serialiseDesign(small()))
  await expect(run(needsCommand, [design], { client: 'web' })).rejects.toThrow(
    'has no workload; give --workload, one of',
  )
  await expect(run(needsCommand, [design], { client: 'web', workload: 'fargate' })).rejects.toThrow(
    'no workload “fargate”',
  )
  await expect(run(needsCommand, [design], { client: 'nobody' })).rejects.toThrow('no client is called “nobody”')
  await expect(run(needsCommand, [design])).rejects.toThrow('--client is missing')
})
test('test compares saved requests with what they must come to', async () => {
  const request = { from: 'web', to: '8.8.8.8', protocol: 'tcp', port: 443 } as const
  const expected = (verdict: 'fails' | 'succeeds') => ({
    id: verdict,
    name: `it ${verdict}`,
    request,
    expect: { verdict, symptom: null, code: null, path: null },
  })
  const met = await write('met.json', serialiseDesign({ ...small(), requests: [expected('fails')] }))
  expect((await run(testCommand, [met])).code).toBe(0)
  const missed = await write(
    'missed.json',
    serialiseDesign({ ...small(), requests: [expected('fails'), expected('succeeds')] }),
  )
  const { code, lines } = await run(testCommand, [missed], { reporter: 'junit' })
  expect(code).toBe(1)
  expect(lines[0]).toContain('tests="2" failures="1"')
  expect(lines[0]).toContain('expected succeeds, got fails (NO_ROUTE_TO_DESTINATION)')
})
test('test names the requests in which the model and what was seen differ', async () => {
  const saved = (id: string) => ({
    id,
    name: id,
    request: { from: 'web', to: '8.8.8.8', protocol: 'tcp', port: 443 } as const,
    expect: null,
  })
  const design = await write('seen.json', serialiseDesign({ ...small(), requests: [saved('a'), saved('b')] }))
  const lines = (...list: readonly (readonly [id: string, outcome: string])[]) =>
    list.map(([id, outcome]) => JSON.stringify({ id, at: '', outcome, detail: '' })).join('\n')
  const fine = await write('fine.jsonl', lines(['a', 'connection-times-out'], ['b', 'not-tried']))
  expect((await run(testCommand, [design], { observed: fine })).code).toBe(0)
  const off = await write('off.jsonl', lines(['a', 'succeeds'], ['gone', 'succeeds']))
  const result = await run(testCommand, [design], { observed: off })
  expect(result.code).toBe(1)
  expect(result.lines).toEqual([
    'MISSED  a: the model says fails, connection times out; seen was succeeds',
    'MISSED  gone: the design has no saved request of that id',
    '0 met, 2 missed',
  ])
  const bad = await write('bad.jsonl', 'nonsense')
  await expect(run(testCommand, [design], { observed: bad })).rejects.toThrow('line 1: it is not JSON')
  await expect(run(testCommand, [design], { observed: join(folder, 'gone') })).rejects.toThrow('no such file')
})

test('export writes the files of every environment, or of the one that is asked for', async () => {
  const environment = (name: string) => ({
    name,
    accounts: {},
    regions: {},
    zones: {},
    blocks: {},
    names: {},
    existing: {},
  })
  const deploy = {
    networkOnly: false,
    naming: '{name}',
    tags: {},
    existing: {},
    environments: [environment('dev'), environment('prod')],
  }
  const design = await write('design.json', serialiseDesign({ ...small(), deploy }))
  const out = join(folder, 'out')
  await run(exportCommand, [design], { format: 'cli', out, env: 'prod' })
  expect([existsSync(join(out, 'environments/dev.env')), existsSync(join(out, 'environments/prod.env'))]).toEqual([
    false,
    true,
  ])
  await expect(run(exportCommand, [design], { format: 'cli', out, env: 'test' })).rejects.toThrow('it has dev, prod')
})
test('export lists what the checks call errors, and writes only when forced; warnings stand in the README', async () => {
  const broken = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    b.subnet(vpc, { cidr: '10.9.0.0/24' })
  })
  const design = await write('broken.json', serialiseDesign(broken))
  const out = join(folder, 'forced')
  const refused = await run(exportCommand, [design], { format: 'cli', out })
  expect([refused.code, existsSync(out)]).toEqual([1, false])
  expect(refused.lines[0]).toMatch(/^error: .*10\.9\.0\.0\/24/)
  expect(refused.lines.at(-1)).toContain('--force')
  const forced = await run(exportCommand, [design], { format: 'cli', out, force: true })
  expect(forced.code).toBe(0)
  expect(await readFile(join(out, 'README.md'), 'utf8')).toContain('## What the checks find wrong')
})

test('export of the network only leaves the clients out', async () => {
  const design = await write('design.json', serialiseDesign(small()))
  const out = join(folder, 'network')
  await run(exportCommand, [design], { format: 'cloudformation', out, 'network-only': true, force: true })
  const template = await readFile(join(out, 'template.yaml'), 'utf8')
  expect(template).toContain('AWS::EC2::VPC')
  expect(template).not.toContain('AWS::EC2::Instance')
})

test('export writes the files that it lists', async () => {
  const design = await write('design.json', serialiseDesign(small()))
  const { code, lines } = await run(exportCommand, [design], { format: 'cloudformation', out: join(folder, 'out') })
  expect(code).toBe(0)
  const template = lines.find((line) => line.endsWith('.yaml'))!
  expect(await readFile(template, 'utf8')).toContain('AWS::EC2::VPC')
  await expect(run(exportCommand, [design], { format: 'moon', out: folder })).rejects.toThrow(
    '--format must be cloudformation, terraform, cli or powershell',
  )
})
test('links and other files of a folder are told, and cost themselves alone', async () => {
  const aws = join(folder, 'aws')
  await mkdir(aws)
  await writeFile(join(aws, 'vpcs.json'), '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}')
  await writeFile(join(aws, 'errors.txt'), 'denied')
  await symlink(join(aws, 'vpcs.json'), join(aws, 'link.json'))
  await symlink(folder, join(aws, 'elsewhere'))
  const report = join(folder, 'report.txt')
  expect((await run(importCommand, [aws], { out: join(folder, 'out.json'), report })).code).toBe(1)
  const text = await readFile(report, 'utf8')
  for (const path of ['aws/link.json', 'aws/elsewhere'])
    expect(text).toContain(`The file is a symbolic link, which is not followed (${path})`)
  expect(text).toContain('Not looked at, going by their names: aws/errors.txt')
})

test('check tells its findings in the forms that pipelines read, with the line of each', async () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    b.subnet(vpc, { cidr: '10.1.0.0/24', zone: 'us-east-1a' })
  })
  const text = serialiseDesign(design)
  const path = await write('net.hopwise.json', text)
  const sarif = await run(checkCommand, [path], { format: 'sarif' })
  expect(sarif.code).toBe(1)
  const results = JSON.parse(sarif.lines.join('\n')).runs[0].results
  const outside = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'subnet-outside-vpc')
  const { startLine } = outside.locations[0].physicalLocation.region
  expect(text.split('\n')[startLine - 1]).toContain('"id": "subnet-1"')
  const junit = await run(checkCommand, [path], { format: 'junit' })
  expect(junit.lines.join('\n')).toMatch(/<testcase name="subnet-outside-vpc: [^"]+">\s*<failure /)
  expect((await run(checkCommand, [path], { format: 'json' })).lines).toEqual(
    (await run(checkCommand, [path], { json: true })).lines,
  )
  await expect(run(checkCommand, [path], { format: 'html' })).rejects.toThrow('--format must be')
})
test.each(['cloudformation', 'terraform', 'cli'])(
  'export as %s writes policies and the files of each environment',
  async (format) => {
    const environment = { accounts: {}, regions: {}, zones: {}, blocks: {}, names: {}, existing: {} }
    const design = {
      ...small(),
      deployment: 'shop',
      deploy: {
        networkOnly: false,
        naming: '{name}',
        tags: {},
        existing: {},
        environments: ['dev', 'prod'].map((name) => ({ ...environment, name })),
      },
    }
    const path = await write('net.hopwise.json', serialiseDesign(design))
    const out = join(folder, format)
    const { code, lines } = await run(exportCommand, [path], { format, out, force: true })
    expect(code).toBe(0)
    const files = lines.map((line) => line.slice(out.length + 1))
    expect(files).toEqual(expect.arrayContaining(['permissions.json', 'environments/dev.env', 'environments/prod.env']))
    const policy = await readFile(join(out, 'permissions.json'), 'utf8')
    expect(policy).toContain('shop')
  },
)
test('export uses what exists, and refuses what cannot be', async () => {
  const path = await write('net.hopwise.json', serialiseDesign(small()))
  const out = join(folder, 'out')
  const given = (existing: string[]) =>
    exportCommand.run({ positionals: [path], values: { format: 'cli', out, force: true, existing } }, () => undefined)
  expect(await given(['vpc-1=vpc-0a1b2c3d4e5f60718'])).toBe(0)
  const script = await readFile(join(out, 'create.sh'), 'utf8')
  expect(script).toContain('vpc-0a1b2c3d4e5f60718')
  expect(script).not.toContain('ec2 create-vpc ')
  await expect(given(['vpc-9=vpc-1'])).rejects.toThrow('the design has no “vpc-9”')
  await expect(given(['web=i-1'])).rejects.toThrow(/only made; it can be one of VPC, /)
  await expect(given(['vpc-1=$(id)'])).rejects.toThrow('is not an id as AWS gives it')
})
