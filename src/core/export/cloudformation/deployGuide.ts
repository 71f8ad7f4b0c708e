import { CHOICES } from '../aws/choices.ts'
import type { HandStep } from '../commands/handSteps.ts'
import { type Deployment, planDeployment } from '../commands/planDeployment.ts'
import { namesOf } from '../commands/word.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { notesOf } from '../readme/notesOf.ts'
import type { DeployedFact, ReadDeployed } from '../readme/verifySection.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { outputName } from './buildOutputs.ts'
import type { Written } from './written.ts'

/** The README's words on deploying, updating and deleting the stacks. */
export function deployGuide(templates: readonly Written[], byHand: readonly HandStep[]) {
  const deployment = planDeployment(templates, byHand)
  return {
    actions: ['CreateChangeSet', 'DescribeChangeSet', 'ExecuteChangeSet', 'DescribeStacks', 'DeleteStack'].map(
      (name) => `cloudformation:${name}`,
    ),
    deploy: [
      ...(templates.length > 1
        ? [
            'Each template belongs to one account and Region. Set AWS_PROFILE to a profile of its account before each command.',
            '',
          ]
        : []),
      ...(deployment.steps.length > templates.length
        ? [
            'Run the commands in this order, in one shell. What waits for an id is left out of a stack until the id is given, so a stack may come more than once.',
            '',
          ]
        : []),
      ...stepLines(templates, deployment),
      ...missingLines(deployment),
      '',
      'The .json files hold the same templates in JSON. Ids, DNS names and addresses are the outputs of a stack:',
      '',
      shellBlock(
        templates.map(
          (one) =>
            `aws cloudformation describe-stacks --region ${quoteShell(one.stack.regionCode)} --stack-name ${one.stackName} --query 'Stacks[0].Outputs'`,
        ),
      ),
    ],
    tearDown: tearDown(templates, deployment),
    read: readOutput(templates),
    notes: [
      'A changed name in the drawing changes tags only. What replaces a resource: another CIDR block, zone, VPC, service, or description of a security group.',
      ...(templates.some(({ parameters }) => IMAGES.some((name) => name in parameters))
        ? [
            'The image of instances is a parameter, looked up once: the commands above keep that of the stack. Another image, subnet, private address or size of a network interface replaces an instance and what is on it; where its private address is drawn, AWS refuses the replacement, because the old one still has the address. Delete the instance first, or leave the image as it is.',
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

function stepLines(templates: readonly Written[], { steps }: Deployment<Written>): string[] {
  const isAlone = steps.length === 1
  const read = new Set<string>()
  return steps.flatMap((step, index) => {
    const gap = index === 0 ? [] : ['']
    if (step.deploy === undefined) {
      const { title, commands, later, stack, takes } = step.byHand
      const where = templates.length > 1 ? `, in ${placeOf(stack)}` : ''
      const lines = [...readLines(templates, takes, stack, read), ...commands.flatMap((command) => command.split('\n'))]
      const after = later
        ? ['', `${plain(later.words)}:`, '', shellBlock(later.commands.flatMap((command) => command.split('\n')))]
        : []
      return [...gap, `By hand: ${plain(title)}${where}:`, '', shellBlock(lines), ...after]
    }
    const { deploy, parameters, isUpdate } = step
    const place = deploy.stack.accountId === '' ? '' : `, in account ${code(deploy.stack.accountId)}`
    const again = isUpdate ? ', again with what is known now' : ''
    const heading = isAlone ? [] : [`${code(deploy.path)}${place}${again}:`, '']
    const lines = [...readLines(templates, parameters, deploy.stack, read), ...deployCommand(deploy, parameters)]
    return [...gap, ...heading, shellBlock(lines)]
  })
}

const placeOf = ({ regionCode, accountId }: StackPlan): string =>
  `${code(regionCode)}${accountId === '' ? '' : `, account ${code(accountId)}`}`

/** Reads ids out of the stacks that made them, each once in the shell. */
function readLines(
  templates: readonly Written[],
  names: readonly string[],
  here: StackPlan,
  read: Set<string>,
): string[] {
  return names.flatMap((name) => {
    const maker = templates.find((one) => one.waits.has(name))
    if (!maker || read.has(name)) return []
    read.add(name)
    const profile = maker.stack.accountId === here.accountId ? '' : `AWS_PROFILE=profile-of-${maker.stack.accountId} `
    const query = `Stacks[0].Outputs[?OutputKey=='${outputName(name)}'].OutputValue`
    return [
      `id_${name}=$(${profile}aws cloudformation describe-stacks --region ${quoteShell(maker.stack.regionCode)} --stack-name ${maker.stackName} --query "${query}" --output text)`,
    ]
  })
}

/** Which output tells a fact, and what is to be taken of it: entries read `zone:name`, the regional one first. */
const FACTS: Readonly<Record<DeployedFact, readonly [suffix: string, pick: string]>> = {
  address: ['PrivateIp', ''],
  name: ['DnsName', ''],
  function: ['Name', ''],
  api: ['Id', ''],
}

const readOutput =
  (templates: readonly Written[]): ReadDeployed =>
  (part, stack, fact) => {
    const [suffix, pick] =
      part.name === 'interface-endpoint' ? ['DnsEntries', ' | cut -d , -f 1 | cut -d : -f 2'] : FACTS[fact]
    const { stackName } = templates.find((one) => one.stack === stack)!
    const query = `Stacks[0].Outputs[?OutputKey=='${nameOf(stack, part.key)}${suffix}'].OutputValue`
    return `aws cloudformation describe-stacks --region ${quoteShell(stack.regionCode)} --stack-name ${stackName} --query "${query}" --output text${pick}`
  }

const IMAGES = ['AmazonLinuxImage', 'WindowsImage'] as const

function deployCommand({ stack, parameters, path, stackName }: Written, given: readonly string[]): string[] {
  const region = quoteShell(stack.regionCode)
  const lists = [...stack.managedLists].filter(([key]) => nameOf(stack, key) in parameters)
  const lookUps = lists.map(([key, listName]) => {
    const filter = quoteShell(`Name=prefix-list-name,Values=${listName}`)
    return `${nameOf(stack, key)}=$(aws ec2 describe-managed-prefix-lists --region ${region} --filters ${filter} --query 'PrefixLists[0].PrefixListId' --output text)`
  })
  const images = IMAGES.filter((name) => name in parameters)
  // The image of the stack stays, and the newest is taken where there is no stack yet
  const imageLines = images.flatMap((name) => [
    `${name}=$(aws cloudformation describe-stacks --region ${region} --stack-name ${stackName} --query "Stacks[0].Parameters[?ParameterKey=='${name}'].ParameterValue" --output text 2>/dev/null)`,
    `${name}=\${${name}:-$(aws ssm get-parameter --region ${region} --name ${CHOICES[name].otherwise} --query Parameter.Value --output text)}`,
  ])
  const overrides = [
    ...images.map((name) => `"${name}=\${${name}:?is not known}"`),
    ...lists.map(([key]) => `"${nameOf(stack, key)}=\${${nameOf(stack, key)}:?is not known}"`),
    ...given.map((name) => `"${name}=\${id_${name}:?is not known}"`),
  ]
  const hasRoles = stack.parts.some((part) => ['lambda-role', 'ecs-role', 'peering-role'].includes(part.name))
  const options = [
    `--region ${region}`,
    `--stack-name ${stackName}`,
    `--template-file ${path}`,
    '--no-fail-on-empty-changeset',
    ...(hasRoles ? ['--capabilities CAPABILITY_IAM'] : []),
    ...(overrides.length > 0 ? [`--parameter-overrides ${overrides.join(' ')}`] : []),
  ]
  return [...lookUps, ...imageLines, ...['aws cloudformation deploy', ...options].join(' \\\n  ').split('\n')]
}

/** Ids that nothing in the export makes. */
function missingLines({ missing }: Deployment<Written>): string[] {
  if (missing.length === 0) return []
  const items = missing.flatMap(({ unit, names }) =>
    names.map((name) => `- ${code(name)} of ${code(unit.path)}: ${plain(`${unit.parameters[name]!.Description}`)}`),
  )
  return [
    '',
    'These ids come from outside the drawing, or wait for one that does. Give them as parameters (`--parameter-overrides NAME=ID`); what needs them is left out until then:',
    '',
    ...items,
  ]
}

function tearDown(templates: readonly Written[], { steps }: Deployment<Written>): string[] {
  // What was deployed last uses what was there before
  const order: Written[] = []
  for (const step of [...steps].reverse()) if (step.deploy && !order.includes(step.deploy)) order.push(step.deploy)
  const accepts = steps.some((step) => step.deploy === undefined && namesOf(step.byHand.commands.join()).length > 0)
  return [
    shellBlock(
      (templates.length > 1 ? order : templates).flatMap((one) => [
        `aws cloudformation delete-stack --region ${quoteShell(one.stack.regionCode)} --stack-name ${one.stackName}`,
        `aws cloudformation wait stack-delete-complete --region ${quoteShell(one.stack.regionCode)} --stack-name ${one.stackName}`,
      ]),
    ),
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
    ...(templates.some((one) => hasData(one.stack))
      ? [
          '',
          'Buckets and tables stay, because they may hold data (DeletionPolicy: Retain). Delete them by hand. A stack of the same design can only be made again once they are gone or imported into it.',
        ]
      : []),
  ]
}

const hasData = (stack: StackPlan): boolean =>
  stack.parts.some((part) => part.name === 'bucket' || part.name === 'table')
