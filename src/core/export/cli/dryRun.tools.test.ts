import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { exportDesign } from '../index.ts'
import { everything, onlyS3 } from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { FAKE_AWS, type FakeRun, runWithFakeAws } from '../testing/fakeAws.ts'
import { needTool } from '../testing/needTool.ts'
import { withFiles } from '../testing/withFiles.ts'
import { WITHOUT_DRY_RUN } from './withoutDryRun.ts'

const catalogue = await loadCatalogue()
const DRY = ['--dry-run']
type Run = (script: string, options?: readonly string[], env?: Readonly<Record<string, string>>) => FakeRun

const tryOut = (design: Design, use: (run: Run, record: () => string | null) => void): void =>
  withFiles([...exportDesign(design, catalogue, 'cli').files, { path: 'aws-fake', text: FAKE_AWS }], (folder) => {
    const state = join(folder, 'hopwise-state.txt')
    use(
      (script, options = [], env = {}) => runWithFakeAws(folder, script, env, options),
      () => (existsSync(state) ? readFileSync(state, 'utf8') : null),
    )
  })

/** Calls that would change something: not asked with --dry-run, and no mere reading. */
const changes = ({ calls }: FakeRun): string[] =>
  calls
    .filter((call) => !/^(describe|get|list)-/.test(call[1]!) && !call.includes('--dry-run'))
    .map((call) => call.join(' '))

test.each(Object.entries({ ...networks, everything, onlyS3 }))(
  'a dry run of %s changes nothing',
  (_, make) => {
    const { files } = exportDesign(make(), catalogue, 'cli')
    withFiles([...files, { path: 'aws-fake', text: FAKE_AWS }], (folder) => {
      const scripts = (start: string) => files.map(({ path }) => path).filter((path) => path.startsWith(start))
      for (const script of scripts('create')) {
        const dry = runWithFakeAws(folder, script, {}, DRY)
        expect([dry.stderr, dry.status, changes(dry)]).toEqual(['', 0, []])
        expect(dry.stdout).toContain('Nothing was changed.')
        expect(existsSync(join(folder, script.replace('create', 'hopwise-state').replace('.sh', '.txt')))).toBe(false)
        // What is there is left as it is, and named
        runWithFakeAws(folder, script)
        const again = runWithFakeAws(folder, script, {}, DRY)
        expect([again.stderr, again.status, changes(again)]).toEqual(['', 0, []])
        expect(again.stdout).not.toContain('to be made')
      }
      for (const script of scripts('teardown').reverse()) {
        const record = join(folder, script.replace('teardown', 'hopwise-state').replace('.sh', '.txt'))
        const before = readFileSync(record, 'utf8')
        const dry = runWithFakeAws(folder, script, { HOPWISE_DELETE_DATA: 'yes' }, DRY)
        expect([dry.stderr, dry.status, changes(dry)]).toEqual(['', 0, []])
        expect(dry.stdout).toContain('to be deleted')
        expect(readFileSync(record, 'utf8')).toBe(before)
      }
    })
  },
  120_000,
)

test('it says the plan in order, and tries what needs no id that is not there yet', () => {
  tryOut(onlyS3(), (run, record) => {
    const { stdout, calls } = run('create.sh', DRY)
    expect(stdout.replaceAll(/^.*record of.*\n/gm, '')).toMatchInlineSnapshot(`
      "This is account 111122223333: us-east-1. The deployment is only-s3.
      Data5d2737377d1a: not there, to be made
        allowed      ec2 create-vpc
        not tried    ec2 modify-vpc-attribute: it takes an id that is not there yet
        not tried    ec2 modify-vpc-attribute: it takes an id that is not there yet
      Subnet1: not there, to be made
        not tried    ec2 create-subnet: it takes an id that is not there yet
        not tried    ec2 modify-subnet-attribute: it takes an id that is not there yet
        not tried    ec2 create-tags: it takes an id that is not there yet
      GatewayEndpoint1: not there, to be made
        not tried    ec2 create-vpc-endpoint: it takes an id that is not there yet
      Nothing was changed. Calls that AWS would allow: 1, not allow: 0, fail: 0, not tried: 6.
      "
    `)
    expect(calls.filter((call) => call.includes('--dry-run')).map((call) => call[1])).toEqual(['create-vpc'])
    expect(record()).toBe(null)
  })
})

test('what AWS does not allow is said, and ends with 1', () => {
  tryOut(onlyS3(), (run) => {
    const refused = run('create.sh', DRY, { FAKE_FAIL: 'ec2 create-vpc' })
    expect([refused.status, refused.stderr]).toEqual([1, ''])
    expect(refused.stdout).toContain('not allowed  ec2 create-vpc: An error occurred (UnauthorizedOperation)')
    expect(refused.stdout).toContain('GatewayEndpoint1: not there, to be made')
    run('create.sh')
    const full = run('teardown.sh', DRY, { FAKE_FAIL: 'ec2 delete-subnet', FAKE_CODE: 'DependencyViolation' })
    expect(full.status).toBe(1)
    expect(full.stdout).toContain('would fail   ec2 delete-subnet: An error occurred (DependencyViolation)')
    const gone = run('teardown.sh', DRY, { FAKE_FAIL: 'ec2 delete-subnet', FAKE_CODE: 'InvalidSubnetID.NotFound' })
    expect([gone.status, gone.stdout.includes('done before  ec2 delete-subnet')]).toEqual([0, true])
  })
})

test('the scripts take no other option', () => {
  tryOut(onlyS3(), (run) => {
    for (const options of [['--dryrun'], ['--dry-run', 'x'], ['x']]) {
      const odd = run('create.sh', options)
      expect([odd.status, odd.calls]).toEqual([2, []])
      expect(odd.stdout).toContain('create.sh [--dry-run]')
    }
  })
})

test('the table of what cannot be tried says what the model of EC2 says', (context) => {
  needTool(context, 'botocore', ['python3', '-c', 'import botocore'])
  const used = new Set(
    Object.values({ ...networks, everything }).flatMap((make) =>
      exportDesign(make(), catalogue, 'cli').files.flatMap(({ text }) =>
        [...text.matchAll(/\baws ec2 ([a-z0-9]+-[a-z0-9-]+)/g)].map(([, operation]) => operation!),
      ),
    ),
  )
  const { stdout } = spawnSync('python3', ['-c', WITHOUT], { encoding: 'utf8' })
  const without = new Set(stdout.trim().split('\n'))
  const asked = [...used].filter((one) => !/^(describe|get|list)-/.test(one))
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter((one) => without.has(one)).sort()).toEqual(WITHOUT_DRY_RUN)
})

const WITHOUT = `
import botocore.session
from botocore import xform_name
model = botocore.session.get_session().get_service_model('ec2')
for name in model.operation_names:
    shape = model.operation_model(name).input_shape
    if not shape or 'DryRun' not in shape.members:
        print(xform_name(name, '-'))
`
