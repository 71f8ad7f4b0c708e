import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { DeploySettings, Design } from '../../model/index.ts'
import { exportDesign } from '../index.ts'
import { everything, onlyS3, publicAndPrivate, twoSubnets } from '../testing/exampleDesigns.ts'
import { twoAccounts } from '../testing/exampleNetworks.ts'
import { FAKE_STACKS } from '../testing/fakeStacks.ts'
import { lintWith } from '../testing/lintWith.ts'
import { needTool } from '../testing/needTool.ts'
import { withFiles } from '../testing/withFiles.ts'

const catalogue = await loadCatalogue()
const ANSWERS = [{ id: 'request-1', verdict: 'succeeds', symptom: null }] as const
interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: string
  readonly calls: readonly string[]
}

/** Puts the files of a design beside the stand-in, and runs its scripts. */
function tryOut(
  design: Design,
  use: (run: (line: string, env?: Readonly<Record<string, string>>, said?: string) => Run, folder: string) => void,
): void {
  const { files } = exportDesign(design, catalogue, 'cloudformation', { answers: ANSWERS })
  withFiles([...files, { path: 'fake', text: FAKE_STACKS }], (folder) => {
    const [log, stacks] = [join(folder, 'log'), join(folder, 'stacks')]
    mkdirSync(stacks)
    use((line, env = {}, said = '') => {
      const [script = '', ...options] = line.split(' ')
      writeFileSync(log, '')
      const { status, stdout, stderr } = spawnSync('bash', [join(folder, script), ...options], {
        encoding: 'utf8',
        input: said,
        env: {
          PATH: process.env.PATH ?? '',
          HOPWISE_AWS: join(folder, 'fake'),
          HOPWISE_PAUSE: '0',
          FAKE_LOG: log,
          FAKE_STACKS: stacks,
          FAKE_ACCOUNT: '111122223333',
          ...env,
        },
      })
      return { status, out: stdout, err: stderr, calls: readFileSync(log, 'utf8').split('\n') }
    }, folder)
  })
}
const changes = ({ calls }: Run): string[] => calls.filter((call) => /execute-change-set|delete-stack/.test(call))

const dev = {
  name: 'dev',
  accounts: {},
  regions: { 'region-1': 'eu-west-1' },
  zones: {},
  blocks: { 'vpc-1': ['10.9.0.0/16'] },
  names: {},
  existing: {},
}
const deploy: DeploySettings = { networkOnly: false, naming: '{name}', tags: {}, existing: {}, environments: [dev] }

test('a stack is made by a change set that is shown, a second run changes nothing, and it is deleted', () => {
  tryOut(publicAndPrivate(), (run) => {
    const first = run('deploy.sh --yes')
    expect([first.err, first.status]).toEqual(['', 0])
    expect(first.out).toContain('AWS::EC2::VPC')
    expect(changes(first)).toHaveLength(1)
    const second = run('deploy.sh --yes')
    expect([second.err, second.status, changes(second)]).toEqual(['', 0, []])
    expect(second.out).toContain('Nothing is to be changed.')
    const teardown = run('teardown.sh --yes')
    expect([teardown.err, teardown.status]).toEqual(['', 0])
    expect(changes(teardown)).toHaveLength(1)
    expect(run('teardown.sh --yes').out).toContain('is not there')
  })
}, 60_000)

test('an environment has its own stack, Region and parameters', () => {
  tryOut({ ...publicAndPrivate(), deploy }, (run) => {
    const { calls, status } = run('deploy.sh --env dev --yes')
    expect(status).toBe(0)
    const made = calls.find((call) => call.includes('create-change-set'))!
    expect(made).toContain('--region eu-west-1 --stack-name public-and-private-dev ')
    expect(made).toContain('ParameterKey=Vpc1Block,ParameterValue=10.9.0.0/16')
    expect(made).toContain('Key=hopwise:design,Value=public-and-private-dev')
    expect(run('deploy.sh --env gone --yes').err).toContain('which is not there')
  })
}, 60_000)

test('nothing is executed with --no-execute or without a yes', () => {
  tryOut(onlyS3(), (run) => {
    const shown = run('deploy.sh --no-execute')
    expect([shown.status, changes(shown)]).toEqual([0, []])
    expect(shown.out).toContain('Nothing was executed.')
    const refused = run('deploy.sh', {}, 'n\n')
    expect([refused.status, changes(refused)]).toEqual([1, []])
    expect(refused.calls.some((call) => call.includes('delete-change-set'))).toBe(true)
  })
}, 60_000)

test('an option that a script does not have, or whose value is missing, is answered with its usage', () => {
  tryOut(twoSubnets(), (run) => {
    for (const line of ['deploy.sh --all', 'deploy.sh --env', 'teardown.sh --profile', 'verify.sh --profile-a;b c']) {
      const { status, out, calls } = run(line)
      expect([line, status, out.includes('--env NAME'), calls]).toEqual([line, 2, true, ['']])
    }
  })
})

test('credentials of another account do nothing', () => {
  tryOut(onlyS3(), (run) => {
    const wrong = run('deploy.sh --yes', { FAKE_ACCOUNT: '999999999999' })
    expect(wrong.status).toBe(1)
    expect(wrong.err).toContain('111122223333 is meant')
    expect(wrong.calls.filter((call) => call !== '' && !call.startsWith('sts '))).toEqual([])
  })
})

test('a stack that fails says what AWS refused, and what was not made by the script is not deleted', () => {
  tryOut(onlyS3(), (run, folder) => {
    const broken = run('deploy.sh --yes', { FAKE_BROKEN: 'only-s3' })
    expect(broken.status).toBe(1)
    expect(broken.err).toContain('the limit of VPCs is reached')
    expect(run('deploy.sh --yes').err).toContain('teardown.sh')
    const stack = join(folder, 'stacks', 'only-s3')
    writeFileSync(join(stack, 'tags'), 'Key=hopwise:design,Value=another')
    const kept = run('teardown.sh --yes')
    expect([kept.status, existsSync(stack)]).toEqual([1, true])
    expect(kept.out).toContain('does not carry the tag')
  })
}, 60_000)

test('stacks of two accounts take credentials of each, hand on their ids, and come to rest', () => {
  tryOut(twoAccounts(), (run) => {
    const options = '--yes --profile-111122223333 111122223333 --profile-444455556666 444455556666'
    const first = run(`deploy.sh ${options}`)
    expect([first.err, first.status]).toEqual(['', 0])
    expect(first.calls.some((call) => call.includes('ParameterKey=Abroad,ParameterValue=id-of-AbroadId'))).toBe(true)
    expect(first.calls.some((call) => call.startsWith('ec2 accept-vpc-endpoint-connections'))).toBe(true)
    const once =
      /^(ec2 accept-transit-gateway-peering-attachment|ec2 accept-vpc-endpoint-connections|route53 associate-vpc-with-hosted-zone) /
    expect(first.calls.filter((call) => once.test(call))).toHaveLength(4)
    const refused = run(`deploy.sh ${options}`, { FAKE_REFUSED: 'InvalidState it is rejected' })
    expect([refused.status, refused.err]).toEqual([1, 'InvalidState it is rejected\n'])
    const second = run(`deploy.sh ${options}`, { FAKE_DONE: 'available' })
    expect([second.err, second.status, second.calls.filter((call) => once.test(call))]).toEqual(['', 0, []])
    const wrong = run('deploy.sh --yes')
    expect([wrong.status, changes(wrong)]).toEqual([1, []])
    const teardown = run(`teardown.sh ${options}`)
    expect([teardown.err, teardown.status, changes(teardown).length]).toEqual(['', 0, 3])
  })
}, 120_000)

test('verify.sh holds what it sees against the simulation', () => {
  tryOut(twoSubnets(), (run) => {
    expect(run('deploy.sh --yes').status).toBe(0)
    const fine = run('verify.sh')
    expect([fine.err, fine.status]).toEqual(['', 0])
    expect(fine.out).toContain('1 as expected, 0 different, 0 not tried.')
    const off = run('verify.sh --json', { FAKE_SEEN: 'connection-times-out no "answer"' })
    expect(off.status).toBe(1)
    expect(JSON.parse(off.out)).toMatchObject({
      id: 'request-1',
      outcome: 'connection-times-out',
      detail: 'no "answer"',
    })
    const untried = run('verify.sh', { FAKE_SEEN: 'not-tried no agent' })
    expect([untried.status, untried.out]).toEqual([0, expect.stringContaining('1 not tried')])
  })
}, 60_000)

describe.each([everything, onlyS3, publicAndPrivate, twoAccounts, twoSubnets])('%o', (make) => {
  test('bash and shellcheck find nothing in the scripts', (context) => {
    needTool(context, 'shellcheck', ['shellcheck', '--version'])
    const scripts = exportDesign(make(), catalogue, 'cloudformation').files.filter((file) => file.executable)
    expect(scripts.length).toBeGreaterThanOrEqual(2)
    const found = withFiles(scripts, (folder) => {
      const paths = scripts.map((file) => join(folder, file.path))
      return paths.map((path) => lintWith('bash', ['-n', path])).join('') + lintWith('shellcheck', paths)
    })
    expect(found).toBe('')
  }, 60_000)
})
