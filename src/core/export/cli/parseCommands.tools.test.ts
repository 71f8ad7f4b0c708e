import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { exportDesign } from '../index.ts'
import { access } from '../testing/access.ts'
import { everything } from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { FAKE_AWS, type FakeRun, runWithFakeAws } from '../testing/fakeAws.ts'
import { needTool } from '../testing/needTool.ts'
import { AWS_CLI_PROBE, parseWithAwsCli } from '../testing/parseWithAwsCli.ts'
import { withFiles } from '../testing/withFiles.ts'

const catalogue = await loadCatalogue()

/** Ids that nobody makes, as a person would give them. */
const GIVEN = {
  HOPWISE_ID_AlbCertificate: 'arn:aws:acm:us-east-1:111122223333:certificate/alb',
  HOPWISE_ID_NlbCertificate: 'arn:aws:acm:us-east-1:111122223333:certificate/nlb',
  HOPWISE_ID_Line: 'tgw-attach-0123456789abcdef0',
  HOPWISE_ID_ResourceConfiguration: 'arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-1',
  HOPWISE_ID_Lattice2Network: 'arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-1',
  HOPWISE_ID_UnmadeAddress: '10.0.2.9',
  HOPWISE_ID_ElsewhereGateway: 'rgw-0123456789abcdef0',
  HOPWISE_ID_WalledManaged2: 'rslvr-fdl-0123456789abcdef',
}

/** Runs all creating scripts until none waits, then all again, then the tearing ones, and gives what was called. */
function runAll(design: Design): { runs: FakeRun[]; again: FakeRun[]; torn: FakeRun[] } {
  const { files } = exportDesign(design, catalogue, 'cli')
  return withFiles([...files, { path: 'aws-fake', text: FAKE_AWS }], (folder) => {
    const scripts = (start: string) => files.map(({ path }) => path).filter((path) => path.startsWith(start))
    const runs: FakeRun[] = []
    for (let round = 0; round < (scripts('create').length > 1 ? 2 : 1); round++)
      for (const script of scripts('create')) runs.push(runWithFakeAws(folder, script, GIVEN))
    const again = scripts('create').map((script) => runWithFakeAws(folder, script, GIVEN))
    const torn = scripts('teardown')
      .reverse()
      .map((script) => runWithFakeAws(folder, script, { HOPWISE_DELETE_DATA: 'yes' }))
    return { runs, again, torn }
  })
}

const READS = /^(describe|get|list|wait|head)-?/
const SETTINGS =
  /^(modify|associate-dhcp-options|create-tags|attach-role-policy|put|set-|tag-|attach-user|add-role|change-tags)/

describe.each(Object.entries({ ...networks, everything, access }))(
  '%s',
  (_, make) => {
    const { runs, again, torn } = runAll(make())

    test('every script runs to its end, and a later run makes nothing', () => {
      for (const run of [...runs, ...again, ...torn]) expect([run.stderr, run.status]).toEqual(['', 0])
      for (const run of again) {
        expect(run.stdout).not.toContain('left for later')
        const changes = run.calls.map((call) => call[1]!).filter((name) => !READS.test(name) && !SETTINGS.test(name))
        expect(changes).toEqual([])
      }
    })

    test('the AWS CLI takes every call', (context) => {
      needTool(context, 'the AWS CLI as a Python package', AWS_CLI_PROBE)
      const { count, problems } = parseWithAwsCli([...runs, ...torn].flatMap((run) => run.calls))
      expect(problems).toEqual([])
      expect(count).toBeGreaterThan(40)
    })
  },
  240_000,
)
