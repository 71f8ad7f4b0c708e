import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'
import { everything, HOSTILE_NAMES, hostileNames, onlyS3, publicAndPrivate } from '../testing/exampleDesigns.ts'
import { FAKE_AWS, type FakeRun, runWithFakeAws } from '../testing/fakeAws.ts'
import { sharedResources } from '../testing/sharedResources.ts'
import { withFiles } from '../testing/withFiles.ts'

const catalogue = await loadCatalogue()
interface Trial {
  readonly folder: string
  readonly run: (script: string, env?: Readonly<Record<string, string>>) => FakeRun
  readonly record: () => string[]
}

/** Puts the scripts of a design beside a fake AWS CLI. */
const tryOut = (design: Design, use: (trial: Trial) => void): void =>
  withFiles([...exportDesign(design, catalogue, 'cli').files, { path: 'aws-fake', text: FAKE_AWS }], (folder) => {
    const state = join(folder, 'hopwise-state.txt')
    use({
      folder,
      run: (script, env) => runWithFakeAws(folder, script, env),
      record: () =>
        (existsSync(state) ? readFileSync(state, 'utf8').trim().split('\n') : []).filter(
          (line) => !/^mark - (account|design|token) /.test(line),
        ),
    })
  })

const changes = (run: FakeRun): string[] =>
  run.calls.map((call) => `${call[0]} ${call[1]}`).filter((call) => !/ (describe|get|list|wait|head)/.test(call))
const SETTINGS =
  /modify-vpc-attribute|modify-subnet-attribute|create-tags|associate-dhcp-options|attach-role-policy|put-|change-tags/
const creations = (run: FakeRun): string[] => changes(run).filter((call) => !SETTINGS.test(call))

test('a second run makes nothing, a teardown deletes everything in reverse', () => {
  tryOut(everything(), ({ run, record }) => {
    const first = run('create.sh')
    expect(first.stderr).toBe('')
    expect(first.status).toBe(0)
    expect(creations(first).length).toBeGreaterThan(50)
    const made = record()
    const second = run('create.sh')
    expect(creations(second)).toEqual([])
    expect(record()).toEqual(made)
    const teardown = run('teardown.sh', { HOPWISE_DELETE_DATA: 'yes' })
    expect(teardown.stderr).toBe('')
    const deleted = teardown.stdout.split('\n').flatMap((line) => (/^deleting (\S+): /.exec(line) ?? []).slice(1))
    const names = made.filter((line) => !line.startsWith('mark ')).map((line) => line.split(' ')[2])
    expect(deleted).toEqual(names.reverse())
    expect(changes(teardown).indexOf('ec2 delete-vpc-endpoints')).toBeLessThan(
      changes(teardown).indexOf('ec2 delete-subnet'),
    )
    expect(record()).toEqual([])
  })
}, 60_000)

test('data stays, and stays recorded, unless told otherwise', () => {
  tryOut(everything(), ({ run, record }) => {
    run('create.sh')
    expect(changes(run('teardown.sh')).filter((call) => /delete-(bucket|table|queue)/.test(call))).toEqual([])
    expect(record().map((line) => line.split(' ')[0])).toEqual(['bucket', 'table', 'queue'])
  })
}, 60_000)

test.each([
  ['bucket', buildDesign((b) => void b.s3Bucket('hers', { id: 'data' }))],
  ['table', buildDesign((b) => void b.dynamodbTable('hers', { id: 'data' }))],
])('a %s of that name that another design, another construct or nobody made is not taken over', (what, drawn) => {
  tryOut({ ...drawn, deployment: 'design-own' }, ({ run, record }) => {
    for (const tags of ['other\tdata', 'design-own\tother', 'None\tNone', 'other data']) {
      const refused = run('create.sh', { FAKE_TAGS: tags })
      expect([refused.status, creations(refused), record()]).toEqual([1, [], []])
      expect(refused.stderr).toContain(`the ${what} hers is there already and belongs to something else`)
    }
    const own = run('create.sh', { FAKE_TAGS: 'design-own\tdata' })
    expect([own.stderr, creations(own)]).toEqual(['', []])
    expect(record()).toEqual([expect.stringMatching(new RegExp(`^${what} us-east-1 \\w+ hers$`))])
  })
})

test('an error stops the script, and the next run goes on from there', () => {
  tryOut(publicAndPrivate(), ({ run, record }) => {
    const failed = run('create.sh', { FAKE_FAIL: 'ec2 create-nat-gateway' })
    expect(failed.status).not.toBe(0)
    expect(failed.stderr).toContain('UnauthorizedOperation')
    expect(changes(failed).at(-1)).toBe('ec2 create-nat-gateway')
    const made = record()
    expect(made.map((line) => line.split(' ')[0])).not.toContain('nat-gateway')
    const next = run('create.sh')
    expect(next.status).toBe(0)
    expect(creations(next)[0]).toBe('ec2 create-nat-gateway')
    expect(record().slice(0, made.length)).toEqual(made)
  })
})

test('the teardown passes over what is gone already, and stops at any other error', () => {
  tryOut(onlyS3(), ({ run, record }) => {
    run('create.sh')
    const made = record()
    const refused = run('teardown.sh', { FAKE_FAIL: 'ec2 delete-subnet' })
    expect(refused.status).not.toBe(0)
    expect(refused.stderr).toContain('UnauthorizedOperation')
    const begun = record().find((line) => line.startsWith('deleting - '))!
    expect(record()).toEqual([...made.slice(0, 2), begun])
    const gone = run('teardown.sh', { FAKE_FAIL: 'ec2 delete-subnet', FAKE_CODE: 'InvalidSubnetID.NotFound' })
    expect([gone.status, record()]).toEqual([0, []])
    expect(run('teardown.sh').stdout).toContain('Nothing is recorded')
  })
})

test('what an interrupted teardown has deleted is known to be so, although nothing carries its tag any more', () => {
  tryOut(onlyS3(), ({ run, record }) => {
    run('create.sh')
    const subnet = record().find((line) => line.startsWith('subnet '))!
    run('teardown.sh', { FAKE_FAIL: 'ec2 delete-subnet' })
    expect(record()).toContain(subnet.replace(/^subnet \S+/, 'deleting -'))
    const next = run('teardown.sh', { FAKE_STRANGE: subnet.split(' ')[3]! })
    expect([next.status, record()]).toEqual([0, []])
    expect(next.stdout).toContain(`${subnet.split(' ').slice(2).join(': ')} is deleted already`)
    expect(changes(next)).not.toContain('ec2 delete-subnet')
  })
})

test('a state that says FAILED is not waited for', () => {
  tryOut(sharedResources(), ({ run }) => {
    const failed = run('create-111122223333.sh', { FAKE_STATUS: 'CREATE_FAILED' })
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain("the state is 'CREATE_FAILED' instead of ACTIVE")
  })
})

test('an endpoint that was deleted by hand is made again, under another token', () => {
  tryOut(onlyS3(), ({ run, record }) => {
    const token = (one: FakeRun) => {
      const call = one.calls.find((each) => each[1] === 'create-vpc-endpoint')!
      return call[call.indexOf('--client-token') + 1]!
    }
    const first = run('create.sh')
    const id = record()
      .find((line) => line.startsWith('gateway-endpoint '))!
      .split(' ')[3]!
    const second = run('create.sh', { FAKE_GONE: id, HOPWISE_PAUSE: '0' })
    expect([second.stderr, second.status]).toEqual(['', 0])
    expect(creations(second)).toEqual(['ec2 create-vpc-endpoint'])
    expect(token(second)).toMatch(new RegExp(`^${token(first)}-\\d+$`))
    expect(record().filter((line) => line.includes(id))).toEqual([])
  })
})

test('credentials of another account make and delete nothing, and forget nothing', () => {
  tryOut(onlyS3(), ({ run, record }) => {
    const elsewhere = { FAKE_ACCOUNT: '999988887777' }
    const asked = (one: FakeRun) => [one.status, one.calls.map((call) => call.slice(0, 2).join(' '))]
    const first = run('create.sh', elsewhere)
    expect(asked(first)).toEqual([1, ['sts get-caller-identity']])
    expect(first.stderr).toContain('credentials of account 999988887777, and 111122223333 is meant')
    run('create.sh')
    const made = record()
    for (const script of ['create.sh', 'teardown.sh']) {
      expect(asked(run(script, elsewhere))).toEqual([1, ['sts get-caller-identity']])
      // also where it is said to be meant: the record is of the other one
      const meant = run(script, { ...elsewhere, HOPWISE_ACCOUNT: '999988887777' })
      expect(asked(meant)).toEqual([1, ['sts get-caller-identity']])
      expect(meant.stderr).toContain('is the record of account 111122223333')
    }
    expect(record()).toEqual(made)
  })
})

test('an account that is not drawn can be meant, and is then the one of the record', () => {
  tryOut(onlyS3(), ({ run }) => {
    const meant = { FAKE_ACCOUNT: '999988887777', HOPWISE_ACCOUNT: '999988887777' }
    expect(run('create.sh', meant).status).toBe(0)
    expect(run('teardown.sh').stderr).toContain('is the record of account 999988887777')
    expect(run('teardown.sh', meant).status).toBe(0)
  })
})

test('a teardown deletes what carries its tag, and says and keeps recorded what does not', () => {
  tryOut(onlyS3(), ({ run, record }) => {
    run('create.sh')
    const made = record()
    const subnet = made.find((line) => line.startsWith('subnet '))!.split(' ')[3]!
    const left = (env: Readonly<Record<string, string>>) => {
      const teardown = run('teardown.sh', { FAKE_STRANGE: subnet, ...env })
      expect(changes(teardown)).not.toContain('ec2 delete-subnet')
      return teardown
    }
    const strange = left({ FAKE_OWNER: 'other' })
    expect([strange.status, record()]).toEqual([1, made.filter((line) => line.includes(subnet))])
    expect(strange.stdout).toContain(`${subnet} belongs to the deployment other`)
    const untagged = left({})
    expect([untagged.status, record().length]).toEqual([1, 1])
    expect(untagged.stdout).toContain(`${subnet} is not there, or does not carry the tag of only-s3`)
    expect([left({ HOPWISE_FORGET: 'yes' }).status, record()]).toEqual([0, []])
  })
})

test('a second deployment under another name has that name and a record of its own, and a bad name is refused', () => {
  tryOut(onlyS3(), ({ run, folder, record }) => {
    run('create.sh')
    const made = record()
    const tags = run('create.sh', { HOPWISE_NAME: 'other' })
      .calls.find((call) => call[1] === 'create-subnet')!
      .join(' ')
    expect(tags).toContain('{"Key":"hopwise:design","Value":"other"}')
    expect(existsSync(join(folder, 'hopwise-state-other.txt'))).toBe(true)
    expect(record()).toEqual(made)
    const confused = run('teardown.sh', { HOPWISE_NAME: 'other', HOPWISE_STATE: join(folder, 'hopwise-state.txt') })
    expect([confused.status, record()]).toEqual([1, made])
    expect(confused.stderr).toContain('is the record of the deployment only-s3, and this is other')
    expect(run('teardown.sh', { HOPWISE_NAME: 'other' }).stdout).toContain('All of it is deleted')
    expect([existsSync(join(folder, 'hopwise-state-other.txt')), record()]).toEqual([false, made])
    expect(run('create.sh', { HOPWISE_NAME: 'a"b' })).toMatchObject({ status: 1, calls: [] })
  })
})

test('names reach AWS letter by letter, and run nothing', () => {
  tryOut(hostileNames(), ({ run, folder }) => {
    const { calls, status, stderr } = run('create.sh')
    expect([status, stderr]).toEqual([0, ''])
    const tagged = calls
      .filter((call) => call[1] === 'create-subnet')
      .map(
        (call) =>
          JSON.parse(call[call.indexOf('--tag-specifications') + 1]!) as [{ Tags: { Key: string; Value: string }[] }],
      )
    expect(tagged.map(([{ Tags }]) => Tags[0]!.Value).sort()).toEqual([...HOSTILE_NAMES].sort())
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })
})

test('a drawn text in the key of a part runs nothing either', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    b.regionalNatGateway(vpc, { zones: ['$(touch pwned)`touch pwned`;touch pwned', `x'"; touch pwned; '`] })
  })
  tryOut(design, ({ run, folder }) => {
    const { calls, status } = run('create.sh')
    expect([status, calls.filter((call) => call[1] === 'allocate-address').length]).toEqual([0, 2])
    expect([join(folder, 'pwned'), 'pwned'].filter((path) => existsSync(path))).toEqual([])
  })
})

test('a value that the AWS CLI would take for a file stays a text', () => {
  const design = onlyS3()
  const constructs = {
    ...design.constructs,
    'subnet-1': { ...design.constructs['subnet-1']!, cidr: 'file:///etc/passwd' },
  }
  tryOut({ ...design, constructs } as Design, ({ run }) => {
    const call = run('create.sh').calls.find((one) => one[1] === 'create-subnet')!
    expect(call[call.indexOf('--cidr-block') + 1]).toBe(' file:///etc/passwd')
  })
})
