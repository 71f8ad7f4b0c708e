import type { Design } from '../../model/design.ts'
import { bundlesOf, type Scripts } from '../commands/bundlesOf.ts'
import { environmentFiles } from '../commands/environmentFiles.ts'
import { regionWord } from '../commands/word.ts'
import { permissionFiles } from '../permissions/permissionFiles.ts'
import type { Part } from '../plan/part.ts'
import { type ExportPlan, nameOf, type StackPlan } from '../plan/planExport.ts'
import { environmentLines } from '../readme/environmentLines.ts'
import { deletedData, keptData } from '../readme/keptData.ts'
import { notesOf } from '../readme/notesOf.ts'
import type { DeployedFact, ReadDeployed } from '../readme/verifySection.ts'
import { writeReadme } from '../readme/writeReadme.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { code, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { ExportFile, ExportResult, Judged } from '../types.ts'
import { type VerifyWords, writeVerifyScript } from '../verify/writeVerifyScript.ts'
import { explainFiles } from './explainFiles.ts'
import { accountWord } from './scriptHead.ts'
import { writeCreateScript } from './writeCreateScript.ts'
import { writeTeardownScript } from './writeTeardownScript.ts'

/** A script that makes and one that deletes, for each account, and a README. */
export function exportCli(design: Design, plan: ExportPlan, judged: Judged): ExportResult {
  const { bundles, labels, elsewhere } = bundlesOf(design, plan, 'sh')
  const scripts = bundles.flatMap((one): ExportFile[] => [
    {
      path: one.create,
      text: writeCreateScript(design, one.stacks, one, one.create, one.teardown, elsewhere),
      executable: true,
    },
    { path: one.teardown, text: writeTeardownScript(one, one.stacks, one.create, one.teardown), executable: true },
  ])
  const verify =
    design.requests.length > 0 && bundles.length > 0
      ? [
          {
            path: 'verify.sh',
            text: writeVerifyScript(design, plan, judged.answers, verifyWords(design, bundles, labels)),
            executable: true,
          },
        ]
      : []
  const remarks = [...plan.remarks, ...explainFiles(plan)]
  const readme = writeReadme(design, { ...plan, remarks }, guide(design, bundles), judged)
  return {
    format: 'cli',
    files: [
      { path: 'README.md', text: readme, executable: false },
      ...scripts,
      ...verify,
      ...environmentFiles(design, plan),
      ...permissionFiles(design, plan, { byCloudFormation: false, isByHand: () => false, further: () => [] }),
    ],
    remarks,
  }
}

/** What AWS says of what the record names. */
const readRecord =
  (bundles: readonly Scripts[]): ReadDeployed =>
  (part, stack, fact) => {
    const { record } = bundles.find(({ stacks }) => stacks.includes(stack))!
    const id = `awk '$3 == "${nameOf(stack, part.key)}" { print $4 }' ${record}.txt`
    const asked = factCommand(part, fact)
    if (asked === null) return id
    const [operation, query] = asked
    return `aws ${operation} "$(${id})" --region ${quoteShell(stack.regionCode)} --query '${query}' --output text`
  }

/** How verify.sh reaches what the scripts made. The record of an environment has its deployment in its name. */
const verifyWords = (design: Design, bundles: readonly Scripts[], labels: readonly string[]): VerifyWords => {
  const bundleOf = (stack: StackPlan): Scripts => bundles.find(({ stacks }) => stacks.includes(stack))!
  const optionOf = (bundle: Scripts): string => {
    const label = labels[bundles.indexOf(bundle)]!
    return `--profile${label === '' ? '' : `-${label}`}`
  }
  return {
    deployment: deploymentOf(design),
    as: (stack) => {
      const bundle = bundleOf(stack)
      return `as ${quoteShell(labels[bundles.indexOf(bundle)]!)} ${accountWord(bundle.accountId, bundle.stacks)} ${regionWord(stack)} ${optionOf(bundle)}`
    },
    read: (part, stack, fact) => {
      const { record, deployment } = bundleOf(stack)
      const file = `"${record}$(if [[ $design != ${deployment} ]]; then printf -- -%s "$design"; fi).txt"`
      const id = `recorded ${file} ${nameOf(stack, part.key)}`
      const asked = factCommand(part, fact)
      return asked === null
        ? id
        : `aws ${asked[0]} "$(${id})" --region ${regionWord(stack)} --query '${asked[1]}' --output text`
    },
    profiles: bundles.map((one) => `[${optionOf(one)} PROFILE]`).join(' '),
  }
}

/** The call that tells a fact of what has an id, and where its answer holds it; null where that is the id. */
function factCommand(part: Part, fact: DeployedFact): readonly [operation: string, query: string] | null {
  if (fact === 'function' || fact === 'api' || fact === 'id') return null
  if (part.name === 'instance')
    return ['ec2 describe-instances --instance-ids', 'Reservations[0].Instances[0].PrivateIpAddress']
  return part.name === 'interface-endpoint'
    ? ['ec2 describe-vpc-endpoints --vpc-endpoint-ids', 'VpcEndpoints[0].DnsEntries[0].DnsName']
    : ['elbv2 describe-load-balancers --load-balancer-arns', 'LoadBalancers[0].DNSName']
}

const guide = (design: Design, bundles: readonly Scripts[]) => ({
  actions: ['sts:GetCallerIdentity'],
  deploy: [
    'It takes bash, awk and the AWS CLI (version 1 or 2) with credentials of the account.',
    '',
    ...(bundles.length > 1
      ? bundles.flatMap((one) => [
          `In account ${code(one.accountId)}:`,
          '',
          shellBlock([`AWS_PROFILE=profile-of-that-account bash ${one.create}`]),
          '',
        ])
      : bundles.map((one) => shellBlock([`bash ${one.create}`]))),
    ...(bundles.length > 1 ? [] : ['']),
    'With `--dry-run` it changes nothing: it lists what is there and what would be made, in order, and has EC2 say of every call whose ids are known whether it would be allowed. The exit code is 1 where one would not. Other services have no such trial.',
    '',
    `The script stops at the first error. Run it again and it goes on where it stopped. What it made stands in ${bundles.map((one) => code(`${one.record}.txt`)).join(' and ')}, beside the script.`,
  ],
  environments: [
    ...environmentLines(design.deploy?.environments ?? [], null),
    '',
    'HOPWISE_ENV=NAME, before both scripts, takes such a file; HOPWISE_NAME-OF-A-VALUE says a single one. Each environment has a record of its own.',
  ],
  read: readRecord(bundles),
  replaces: false,
  drift: [
    'The creating script looks for what is recorded or carries its tags, makes what is missing and compares nothing else. `verify.sh`, where requests are saved, tells whether they still come to what was drawn.',
  ],
  tearDown: [
    shellBlock(
      bundles.map((one) => `${bundles.length > 1 ? 'AWS_PROFILE=profile-of-that-account ' : ''}bash ${one.teardown}`),
    ),
    '',
    'It deletes what is recorded and carries the tag of the deployment, last made first, and waits for what AWS takes its time over. What it does not find, or what carries no such tag, it leaves alone, keeps in the record and names at the end; HOPWISE_FORGET=yes takes that out of the record. `--dry-run` only says what would be deleted, and what would be allowed. If the record was lost, run the creating script again first: it finds what it made by its tags.',
    ...dataLines(bundles.flatMap(({ stacks }) => stacks)),
  ],
  notes: [
    `Everything carries the tags \`hopwise:id\` (the id in the drawing) and \`hopwise:design\` (${code(deploymentOf(design))}). Set HOPWISE_NAME, for the creating and the deleting script alike, to deploy the same design twice in one account: each name has a record of its own. HOPWISE_STATE keeps the record elsewhere.`,
    'The scripts begin by asking whose credentials they run with, and do nothing in another account than the drawn one or that of the record. HOPWISE_ACCOUNT says that another account than the drawn one is meant.',
    'The script makes what is missing and leaves what is there as it is. A changed drawing is better deployed with CloudFormation, or torn down first.',
    ...(bundles.some((one) =>
      one.stacks.some((stack) => stack.parts.some((part) => part.name === 'ecs-service' && part.starts)),
    )
      ? [
          'HOPWISE_TASK_COUNT says how many copies of each ECS task run (1); with 0 the service is made and no task started.',
        ]
      : []),
    ...notesOf(bundles.flatMap((one) => one.stacks)),
  ],
})

function dataLines(stacks: readonly StackPlan[]): readonly string[] {
  const kept = keptData(stacks)
  return kept === null
    ? []
    : [
        '',
        `${kept} stay, because they may hold data. \`HOPWISE_DELETE_DATA=yes\` deletes them too; ${deletedData(stacks)}.`,
      ]
}
