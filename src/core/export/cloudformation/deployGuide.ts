import { deployOf } from '../../model/deployOf.ts'
import type { Design } from '../../model/design.ts'
import type { Deployment, DeploymentStep } from '../commands/planDeployment.ts'
import { namesOf } from '../commands/word.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { environmentLines } from '../readme/environmentLines.ts'
import { keptData } from '../readme/keptData.ts'
import { notesOf } from '../readme/notesOf.ts'
import type { ReadDeployed } from '../readme/verifySection.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { labelsOf } from '../text/labelsOf.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { factOutput } from './buildOutputs.ts'
import { IMAGES } from './parameters.ts'
import type { Written } from './written.ts'

/** The README's words on deploying, updating and deleting the stacks. */
export function deployGuide(design: Design, templates: readonly Written[], deployment: Deployment<Written>) {
  const { environments } = deployOf(design)
  const [some] = environments
  return {
    actions: [
      ...[
        'CreateChangeSet',
        'DeleteChangeSet',
        'DeleteStack',
        'DescribeChangeSet',
        'DescribeStackEvents',
        'DescribeStacks',
        'ExecuteChangeSet',
      ].map((name) => `cloudformation:${name}`),
      'sts:GetCallerIdentity',
      ...(templates.some(({ parameters }) => IMAGES.some((name) => name in parameters)) ? ['ssm:GetParameter'] : []),
    ],
    deploy: [
      'It takes bash, awk, sed and the AWS CLI (version 1 or 2) with credentials of each account.',
      '',
      shellBlock([`bash deploy.sh${some ? ` --env ${some.name}` : ''}`]),
      '',
      'For each stack it makes a change set, shows it, asks, executes it, waits and prints the outputs. `--no-execute` only shows, `--yes` asks nothing. Before all else it asks whose credentials these are, and does nothing in another account than the one that is meant. Run again, it changes what has changed.',
      ...(templates.length > 1
        ? [
            '',
            `Each template belongs to one account and Region. Profiles of the accounts: ${profileOptions(templates)}, or \`HOPWISE_PROFILE_LABEL\` with \`_\` for \`-\`; without them the credentials at hand are taken.`,
          ]
        : ['', '`--profile NAME` takes the credentials of a profile.']),
      ...(deployment.steps.length > templates.length
        ? [
            '',
            'What waits for an id is left out of a stack until the id is known, so a stack may come more than once. The order:',
            '',
            ...deployment.steps.map((step, index) => `${index + 1}. ${stepWords(step, templates.length > 1)}`),
          ]
        : []),
      ...missingLines(deployment),
      '',
      'The .json files hold the same templates in JSON, for consoles and other tools. What is larger than 51,200 bytes goes by way of a bucket: set `HOPWISE_BUCKET`. Ids, DNS names and addresses are the outputs of a stack.',
    ],
    environments: environmentLines(environments, 'parameters'),
    tearDown: tearDown(templates, deployment),
    read: readOutput(design, templates),
    replaces: true,
    drift: driftLines(design, templates),
    more: stackSetLines(templates),
    beside: [
      'What CloudFormation asks for in the caller’s name is allowed by way of it alone (`aws:CalledVia`), and so is held to the templates instead of to tags. With a bucket for large templates (`HOPWISE_BUCKET`) it takes s3:PutObject and s3:GetObject there as well.',
    ],
    notes: [
      'A changed name in the drawing changes tags only, and replaces nothing.',
      ...(templates.some(({ parameters }) => IMAGES.some((name) => name in parameters))
        ? [
            'The image of instances is a parameter, looked up once: deploy.sh keeps that of the stack. Another image, subnet, private address or size of a network interface replaces an instance and what is on it; where its private address is drawn, AWS refuses the replacement, because the old one still has the address. Delete the instance first, or leave the image as it is.',
          ]
        : []),
      'Availability Zones go by their letter, as drawn. `Fn::GetAZs` promises no order, so a number in it could be another zone.',
      ...(templates.some((one) => one.stack.parts.some((part) => part.name === 'ecs-service' && part.starts))
        ? [
            'The parameter TaskCount says how many copies of each ECS task run; with 0 the service is made and no task started.',
          ]
        : []),
      ...notesOf(templates.map((one) => one.stack)),
    ],
  }
}

/** The accounts by the options that name their profiles. */
const profileOptions = (templates: readonly Written[]): string => {
  const accounts = [...new Set(templates.map(({ stack }) => stack.accountId))]
  const labels = labelsOf(accounts)
  return labels.map((label) => code(`--profile${label === '' ? '' : `-${label}`} NAME`)).join(', ')
}

function stepWords(step: DeploymentStep<Written>, hasSeveral: boolean): string {
  if (step.deploy === undefined)
    return `Beside the templates: ${plain(step.byHand.title)}${hasSeveral ? `, in ${placeOf(step.byHand.stack)}` : ''}${step.byHand.later ? `. ${plain(step.byHand.later.words)}, more follows` : ''}`
  const again = step.isUpdate ? ', again with what is known now' : ''
  return `${code(step.deploy.path)}${hasSeveral ? `, in ${placeOf(step.deploy.stack)}` : ''}${again}`
}

const placeOf = ({ regionCode, accountId }: StackPlan): string =>
  `${code(regionCode)}${accountId === '' ? '' : `, account ${code(accountId)}`}`

/** Reads what was made out of the outputs of its stack. */
const readOutput =
  (design: Design, templates: readonly Written[]): ReadDeployed =>
  (part, stack, fact) => {
    const [name, pick] = factOutput(part, stack, fact)
    const one = templates.find((template) => template.stack === stack)!
    const query = `Stacks[0].Outputs[?OutputKey=='${name}'].OutputValue`
    return `aws cloudformation describe-stacks --region ${quoteShell(stack.regionCode)} --stack-name ${stackNameOf(design, one)} --query "${query}" --output text${pick}`
  }

const stackNameOf = (design: Design, { label }: Written): string =>
  [deploymentOf(design), label].filter((word) => word !== '').join('-')

/** Ids that nothing in the export makes. */
function missingLines({ missing }: Deployment<Written>): string[] {
  if (missing.length === 0) return []
  const items = missing.flatMap(({ unit, names }) =>
    names.map((name) => `- ${code(name)} of ${code(unit.path)}: ${plain(`${unit.parameters[name]!.Description}`)}`),
  )
  return [
    '',
    'These ids come from outside the drawing, or wait for one that does. Say `HOPWISE_ID_NAME=ID` before `bash deploy.sh`, or put them into the files of parameters; what needs them is left out until then:',
    '',
    ...items,
  ]
}

function tearDown(templates: readonly Written[], { steps }: Deployment<Written>): string[] {
  const kept = keptData(templates.map(({ stack }) => stack))
  const accepts = steps.some((step) => step.deploy === undefined && namesOf(step.byHand.commands.join()).length > 0)
  return [
    shellBlock(['bash teardown.sh']),
    '',
    'It deletes the stacks, last deployed first, with the same options as `deploy.sh`, and waits for each. Stacks without the tag `hopwise:design` of the deployment are left alone.',
    ...(accepts
      ? [
          '',
          'What was done by hand above goes with the resources that it was done to; undo it first where AWS refuses to delete one.',
        ]
      : []),
    ...(templates.some((one) => one.stack.parts.some((part) => part.name === 'endpoint-service'))
      ? [
          '',
          'AWS deletes no endpoint service that endpoints are connected to. Reject those that no stack here made: aws ec2 reject-vpc-endpoint-connections.',
        ]
      : []),
    ...(kept !== null
      ? [
          '',
          `${kept} stay, because they may hold data (DeletionPolicy: Retain). Delete them by hand. A stack of the same design can only be made again once they are gone or imported into it.`,
        ]
      : []),
  ]
}

/** What others have changed in a stack. */
const driftLines = (design: Design, templates: readonly Written[]): readonly string[] => [
  'What was changed by hand shows up here; `deploy.sh` does not see it, since a change set compares templates:',
  '',
  shellBlock(
    templates.flatMap((one) => {
      const where = `--region ${quoteShell(one.stack.regionCode)} --stack-name ${stackNameOf(design, one)}`
      return [
        `aws cloudformation detect-stack-drift ${where}`,
        `aws cloudformation describe-stack-resource-drifts ${where} --stack-resource-drift-status-filters MODIFIED DELETED`,
      ]
    }),
  ),
  '',
  'The second command has its answer after some seconds. Either the drawing follows the change, or the change is taken back.',
]

/** How the templates go to more accounts than are drawn. */
const stackSetLines = (templates: readonly Written[]): readonly string[] => [
  '## StackSets',
  '',
  `For more accounts or Regions than are drawn ${templates.length === 1 ? 'the template goes' : 'each template goes'} into a stack set as it is: it names no Region and no partition, and other accounts by parameters. Give blocks by overriding parameters for each account, since networks that meet must not overlap, and images as well: their ids differ by Region. A stack set makes no change set, asks nothing, and does nothing by hand: what stands under “Beside the templates”, where there is such, and what waits for an id of another stack remain to be done for each.`,
  '',
]
