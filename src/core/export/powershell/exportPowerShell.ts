import type { Design } from '../../model/design.ts'
import { bundlesOf, type Scripts } from '../commands/bundlesOf.ts'
import { environmentFiles } from '../commands/environmentFiles.ts'
import { permissionFiles } from '../permissions/permissionFiles.ts'
import type { Part } from '../plan/part.ts'
import { type ExportPlan, nameOf, type StackPlan } from '../plan/planExport.ts'
import { environmentLines } from '../readme/environmentLines.ts'
import { deletedData, keptData } from '../readme/keptData.ts'
import { notesOf } from '../readme/notesOf.ts'
import type { DeployedFact, ReadDeployed } from '../readme/verifySection.ts'
import { writeReadme } from '../readme/writeReadme.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { code } from '../text/markdown.ts'
import type { ExportFile, ExportResult, Judged } from '../types.ts'
import { regionExpression } from './expression.ts'
import { quotePowerShell } from './quotePowerShell.ts'
import { accountExpression } from './scriptText.ts'
import { writeCreateScript } from './writeCreateScript.ts'
import { writeTeardownScript } from './writeTeardownScript.ts'
import { type VerifyWords, writeVerifyScript } from './writeVerifyScript.ts'

/** Scripts of PowerShell that make and delete, for each account, and a README. */
export function exportPowerShell(design: Design, plan: ExportPlan, judged: Judged): ExportResult {
  const { bundles, labels, elsewhere } = bundlesOf(design, plan, 'ps1')
  const file = (path: string, text: string): ExportFile => ({ path, text: encoded(text), executable: false })
  const scripts = bundles.flatMap((one) => [
    file(one.create, writeCreateScript(design, one.stacks, one, one.teardown, elsewhere)),
    file(one.teardown, writeTeardownScript(one, one.stacks, one.create)),
  ])
  const hasChecks = design.requests.length > 0 && bundles.length > 0
  const verify = hasChecks
    ? [file('verify.ps1', writeVerifyScript(design, plan, judged.answers, verifyWords(design, bundles, labels)))]
    : []
  return {
    format: 'powershell',
    files: [
      {
        path: 'README.md',
        text: writeReadme(design, plan, guide(design, bundles, hasChecks), judged),
        executable: false,
      },
      ...scripts,
      ...verify,
      ...environmentFiles(design, plan),
      ...permissionFiles(design, plan, { byCloudFormation: false, isByHand: () => false, further: () => [] }),
    ],
    remarks: plan.remarks,
  }
}

/** Windows PowerShell 5.1 reads a script without a mark as of the code page of the machine. */
const encoded = (text: string): string => `\uFEFF${text}`

/** How verify.ps1 reaches what the scripts made. */
const verifyWords = (design: Design, bundles: readonly Scripts[], labels: readonly string[]): VerifyWords => {
  const bundleOf = (stack: StackPlan): Scripts => bundles.find(({ stacks }) => stacks.includes(stack))!
  return {
    deployment: deploymentOf(design),
    as: (stack) => {
      const bundle = bundleOf(stack)
      const label = quotePowerShell(labels[bundles.indexOf(bundle)]!)
      return `UseAccount ${label} ${accountExpression(bundle.accountId, bundle.stacks)} ${regionExpression(stack)}`
    },
    read: readWith(bundleOf),
  }
}

const readWith =
  (bundleOf: (stack: StackPlan) => Scripts): ReadDeployed =>
  (part, stack, fact) => {
    const recorded = `Recorded '${bundleOf(stack).record}' '${nameOf(stack, part.key)}'`
    const asked = factOf(part, fact)
    if (asked === null) return recorded
    const [cmdlet, picked] = asked
    return `Asked (${recorded}) { param($Thing) (${cmdlet} $Thing -Region ${regionExpression(stack)} -Select '*').${picked} | Select-Object -First 1 }`
  }

/** The call that tells a fact of what has an id, and where its answer holds it; null where that is the id. */
function factOf(part: Part, fact: DeployedFact): readonly [cmdlet: string, picked: string] | null {
  if (fact === 'function' || fact === 'api' || fact === 'id') return null
  if (part.name === 'instance') return ['Get-EC2Instance -InstanceId', 'Reservations.Instances.PrivateIpAddress']
  return part.name === 'interface-endpoint'
    ? ['Get-EC2VpcEndpoint -VpcEndpointId', 'VpcEndpoints.DnsEntries.DnsName']
    : ['Get-ELB2LoadBalancer -LoadBalancerArn', 'LoadBalancers.DNSName']
}

const shell = (lines: readonly string[]): string => ['```powershell', ...lines, '```'].join('\n')

const guide = (design: Design, bundles: readonly Scripts[], hasChecks: boolean) => {
  const profile = bundles.length > 1 ? ' -ProfileName PROFILE-OF-THAT-ACCOUNT' : ''
  const stacks = bundles.flatMap((one) => one.stacks)
  const parts = stacks.flatMap((stack) => stack.parts)
  const kept = keptData(stacks)
  return {
    actions: ['sts:GetCallerIdentity'],
    deploy: [
      'It takes Windows PowerShell 5.1 or PowerShell 7, and AWS Tools for PowerShell 5, of a release that knows what the design uses: the modules `AWS.Tools.*` that the scripts name at their beginning, or `AWSPowerShell.NetCore`, imported before. Credentials are those of the session, or of `-ProfileName`.',
      '',
      ...(bundles.length > 1
        ? bundles.flatMap((one) => [`In account ${code(one.accountId)}:`, '', shell([`./${one.create}${profile}`]), ''])
        : [...bundles.map((one) => shell([`./${one.create}`])), '']),
      `The script stops at the first error. Run it again and it goes on where it stopped. What it made stands in ${bundles.map((one) => code(`${one.record}.txt`)).join(' and ')}, beside the script: the same record as that of the scripts for the AWS CLI, so either goes on where the other stopped.`,
    ],
    environments: [
      ...environmentLines(design.deploy?.environments ?? [], null),
      '',
      '`$env:HOPWISE_ENV`, set before both scripts, takes such a file; `$env:HOPWISE_NAME-OF-A-VALUE` says a single one. Each environment has a record of its own.',
    ],
    read: hasChecks
      ? [
          '`./verify.ps1` tries the requests saved with the design on what was deployed, and holds what it sees against the simulation: from instances by Run Command of Systems Manager, from functions by calling them, with `-Local` from where you are. `-Reachability` asks Reachability Analyzer, which costs money for each request; `-Json` prints lines that `hopwise test DESIGN --observed FILE` compares with the design. The exit code is 1 where something differs; what cannot be tried says so.',
        ]
      : [],
    replaces: false,
    drift: [
      'The creating script looks for what is recorded or carries its tags, makes what is missing and compares nothing else. `verify.ps1`, where requests are saved, tells whether they still come to what was drawn.',
    ],
    tearDown: [
      shell(bundles.map((one) => `./${one.teardown}${profile}`)),
      '',
      "It deletes what is recorded and carries the tag of the deployment, last made first, and waits for what AWS takes its time over. What it does not find, or what carries no such tag, it leaves alone, keeps in the record and names at the end; `$env:HOPWISE_FORGET = 'yes'` takes that out of the record. If the record was lost, run the creating script again first: it finds what it made by its tags.",
      ...(kept !== null
        ? [
            '',
            `${kept} stay, because they may hold data. \`$env:HOPWISE_DELETE_DATA = 'yes'\` deletes them too; ${deletedData(stacks)}.`,
          ]
        : []),
    ],
    notes: [
      `Everything carries the tags \`hopwise:id\` (the id in the drawing) and \`hopwise:design\` (${code(deploymentOf(design))}). Set HOPWISE_NAME, for the creating and the deleting script alike, to deploy the same design twice in one account: each name has a record of its own. HOPWISE_STATE keeps the record elsewhere.`,
      'The scripts begin by asking whose credentials they run with, and do nothing in another account than the drawn one or that of the record. HOPWISE_ACCOUNT says that another account than the drawn one is meant.',
      'The script makes what is missing and leaves what is there as it is. A changed drawing is better deployed with CloudFormation, or torn down first.',
      ...(parts.some(({ name }) => name === 'table')
        ? [
            'The cmdlet that makes a table takes no tags: they come in a second call. A run that is stopped between the two leaves a table without tags, which the next run does not take for its own.',
          ]
        : []),
      ...(parts.some((part) => part.name === 'ecs-service' && part.starts)
        ? [
            'HOPWISE_TASK_COUNT says how many copies of each ECS task run (1); with 0 the service is made and no task started.',
          ]
        : []),
      ...notesOf(bundles.flatMap((one) => one.stacks)),
    ],
  }
}
