import { deployOf } from '../../model/deployOf.ts'
import type { Design } from '../../model/design.ts'
import { CHOICES } from '../aws/choices.ts'
import { variablesIn } from '../aws/variablesIn.ts'
import type { HandStep } from '../commands/handSteps.ts'
import { type Deployment, type DeploymentStep, planDeployment } from '../commands/planDeployment.ts'
import { namesOf, regionWord } from '../commands/word.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { environmentLines } from '../readme/environmentLines.ts'
import { keptData } from '../readme/keptData.ts'
import { notesOf } from '../readme/notesOf.ts'
import type { ReadDeployed } from '../readme/verifySection.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { ModuleStep } from './handSteps.ts'
import { type Keeping, keepingOf } from './keeping.ts'
import { LAMBDA_FILE } from './lambdaFile.ts'
import { outputName } from './outputs.ts'
import { readActions } from './readActions.ts'
import { CHOICE_VARIABLES } from './variables.ts'
import { PREFIXES } from './verifyWords.ts'
import { PROVIDER_VERSION, TERRAFORM_VERSION } from './writeVersions.ts'
import type { Written } from './written.ts'

const PLAN_FILE = 'hopwise.tfplan'

/** The README's words on applying, changing and destroying the modules. */
export function deployGuide(design: Design, modules: readonly Written[], byHand: readonly ModuleStep[]) {
  const deployment = planDeployment(modules, byHand)
  const keeping = keepingOf(design)
  const stacks = modules.map(({ built }) => built.stack)
  return {
    actions: ['sts:GetCallerIdentity', ...readActions(stacks)],
    deploy: [
      `It takes Terraform (${code(TERRAFORM_VERSION)}) with the provider ${code('hashicorp/aws')} (${code(PROVIDER_VERSION)}), and credentials of the account: with those of another one nothing is done (${code('allowed_account_ids')}).${byHand.length > 0 || modules.some((one) => imagesOf(one).length > 0) ? ' The commands below use the AWS CLI as well.' : ''}`,
      '',
      ...(modules.length > 1
        ? [
            'Each folder is a module of its own, for one account and Region. Run the commands in this order, where this file is. What waits for an id of another module is left out until the id is known, so a module may be applied more than once.',
            '',
          ]
        : []),
      ...(keeping.head.length > 0
        ? [
            'Choose an environment first; the commands are for it. Each has a state of its own (a workspace), and a file of ids beside its values.',
            '',
            shellBlock(keeping.head),
            '',
          ]
        : []),
      ...stepLines(modules, deployment, keeping),
      ...missingLines(deployment, keeping),
      '',
      `${code('terraform.tfvars.example')} lists every variable. Terraform keeps what it made in ${code('terraform.tfstate')} beside the files, unless you add a backend: without it, it knows nothing of what is there. Ids, DNS names and addresses are outputs:`,
      '',
      shellBlock(modules.map((one) => `${terraform(one)} output`)),
    ],
    environments: environmentsOf(design),
    tearDown: tearDown(modules, deployment, keeping),
    read: readOutput(modules),
    replaces: true,
    drift: [
      'What was changed by hand, compared with the state; the same `-var-file` options as above go with it:',
      '',
      shellBlock(modules.map((one) => `${terraform(one)} plan -refresh-only`)),
      '',
      'An apply takes such changes back.',
    ],
    beside: ['A backend for the state takes permissions of its own.'],
    notes: [
      'A changed name in the drawing changes tags only, and replaces nothing.',
      ...ownNotes(stacks),
      ...notesOf(stacks),
    ],
  }
}

/** The README's words on environments. */
const environmentsOf = (design: Design): readonly string[] => [
  ...environmentLines(deployOf(design).environments, null),
  ...(deployOf(design).environments.length > 0
    ? [
        '',
        '`environments/NAME.tfvars` holds the variables of each module. Another environment is another file of each kind.',
      ]
    : []),
]

const terraform = ({ folder }: Written): string => `terraform${folder === '' ? '' : ` -chdir=${folder}`}`
const inFolder = ({ folder }: Written, file: string): string => (folder === '' ? file : `${folder}/${file}`)
const has = (stack: StackPlan, ...names: readonly string[]): boolean =>
  stack.parts.some(({ name }) => names.includes(name))

const IMAGES = ['AmazonLinuxImage', 'WindowsImage'] as const
const imagesOf = ({ asks }: Written) =>
  IMAGES.filter((choice) => asks.some(({ name }) => name === CHOICE_VARIABLES[choice]))

/** What is done once before a module is applied for the first time. */
function firstLines(module: Written, keeping: Keeping): readonly string[] {
  const { stack } = module.built
  const region = keeping.head.length > 0 ? regionWord(stack) : quoteShell(stack.regionCode)
  const images = imagesOf(module).map((choice) => {
    const read = `aws ssm get-parameter --region ${region} --name ${CHOICES[choice].otherwise} --query Parameter.Value --output text`
    // The image of the deployment stays
    return keeping.giveOnce(module.folder, CHOICE_VARIABLES[choice], `$(${read})`)
  })
  const zip = inFolder(module, LAMBDA_FILE)
  return [
    ...keeping.first(module.folder),
    ...withSettings(module, images, keeping),
    ...(has(module.built.stack, 'lambda-function') ? [`base64 --decode <${zip}.base64 >${zip}`] : []),
    `${terraform(module)} init`,
  ]
}

const applyLines = (module: Written): readonly string[] => [
  `${terraform(module)} plan -out=${PLAN_FILE}`,
  `${terraform(module)} apply ${PLAN_FILE}`,
]

const idLines = (
  modules: readonly Written[],
  { folder }: Written,
  names: readonly string[],
  keeping: Keeping,
): readonly string[] =>
  names.map((name) => keeping.give(folder, name, `$(${terraform(makerOf(modules, name)!)} output -raw ${name})`))
const makerOf = (modules: readonly Written[], name: string): Written | undefined =>
  modules.find(({ waits }) => waits.has(name))

const placeOf = ({ regionCode, accountId }: StackPlan): string =>
  `${code(regionCode)}${accountId === '' ? '' : `, account ${code(accountId)}`}`
const profileLine = (modules: readonly Written[], stack: StackPlan): readonly string[] =>
  new Set(modules.map((one) => one.built.stack.accountId)).size > 1
    ? [`export AWS_PROFILE=${quoteShell(`profile-of-${stack.accountId}`)}`]
    : []

type Step = DeploymentStep<Written>

function stepLines(modules: readonly Written[], { steps }: Deployment<Written>, keeping: Keeping): string[] {
  return steps.flatMap((step, index) => {
    const gap = index === 0 ? [] : ['']
    if (step.deploy === undefined) return [...gap, ...handLines(modules, step.byHand, keeping)]
    const { deploy, parameters, isUpdate } = step
    const heading =
      steps.length === 1
        ? []
        : [
            `${deploy.folder === '' ? 'Everything' : code(deploy.folder)}${isUpdate ? ', again with what is known now' : ''}:`,
            '',
          ]
    const before = knownBefore(steps, index)
    const lines = [
      ...profileLine(modules, deploy.built.stack),
      ...(isUpdate ? [] : firstLines(deploy, keeping)),
      ...idLines(
        modules,
        deploy,
        parameters.filter((name) => !before.includes(name)),
        keeping,
      ),
      ...applyLines(deploy),
    ]
    return [...gap, ...heading, shellBlock(lines)]
  })
}

/** What the module of that step was given before. */
const knownBefore = (steps: readonly Step[], index: number): readonly string[] =>
  steps
    .slice(0, index)
    .flatMap((step) => (step.deploy !== undefined && step.deploy === steps[index]!.deploy ? [step.parameters] : []))
    .at(-1) ?? []

/** With the shell variables set that the lines have. */
function withSettings({ built }: Written, lines: readonly string[], { setting }: Keeping): readonly string[] {
  const text = lines.join('\n')
  return [
    ...variablesIn(built.stack)
      .filter(({ name }) => text.includes(`"$${name}"`))
      .map(setting),
    ...lines,
  ]
}

function handLines(
  modules: readonly Written[],
  { title, commands, later, stack, takes }: HandStep,
  keeping: Keeping,
): string[] {
  const module = modules.find(({ built }) => built.stack === stack)!
  const names = namesOf([...commands, ...(later?.commands ?? [])].join('\n'))
  const read = names.map(
    (name, index) =>
      `id_${name}=$(${terraform(makerOf(modules, takes[index]!) ?? modules[0]!)} output -raw ${takes[index]!})`,
  )
  const lines = (all: readonly string[]): string[] => all.flatMap((one) => one.split('\n'))
  return [
    `By hand: ${plain(title)}${modules.length > 1 ? `, in ${placeOf(stack)}` : ''}:`,
    '',
    shellBlock([...profileLine(modules, stack), ...read, ...withSettings(module, lines(commands), keeping)]),
    ...(later
      ? ['', `${plain(later.words)}:`, '', shellBlock(withSettings(module, lines(later.commands), keeping))]
      : []),
  ]
}

/** Ids that nothing in the export makes. */
function missingLines({ missing }: Deployment<Written>, { where }: Keeping): string[] {
  if (missing.length === 0) return []
  const items = missing.flatMap(({ unit, names }) =>
    names.map((name) => {
      const { description } = unit.asks.find((one) => one.name === name)!
      return `- ${code(name)}${unit.folder === '' ? '' : ` of ${code(unit.folder)}`}: ${plain(description)}.`
    }),
  )
  return [
    '',
    `These ids come from outside the drawing, or wait for one that does. Write them into ${where} of the module; what needs them is left out until then:`,
    '',
    ...items,
  ]
}

/** The way back: what was applied last with ids of others is applied without them, and what was made first goes last. */
function tearDown(modules: readonly Written[], { steps }: Deployment<Written>, keeping: Keeping): string[] {
  const lines = [...steps.keys()].reverse().flatMap((index) => {
    const step = steps[index]!
    if (step.deploy === undefined) return []
    const { deploy, parameters, isUpdate } = step
    const before = knownBefore(steps, index)
    const names = parameters.filter((name) => !before.includes(name))
    const forgetIds = names.length > 0 ? [keeping.take(deploy.folder, names)] : []
    return [
      ...profileLine(modules, deploy.built.stack),
      ...(isUpdate
        ? [...forgetIds, ...applyLines(deploy)]
        : [...forgetLines(deploy), `${terraform(deploy)} destroy`, ...forgetIds]),
    ]
  })
  const stacks = modules.map(({ built }) => built.stack)
  const kept = keptData(stacks)
  return [
    shellBlock(lines),
    ...(stacks.some((stack) => has(stack, 'endpoint-service'))
      ? [
          '',
          'AWS deletes no endpoint service that endpoints are connected to. Reject those that no module here made: aws ec2 reject-vpc-endpoint-connections.',
        ]
      : []),
    ...(kept !== null
      ? [
          '',
          `${kept} stay, because they may hold data (\`prevent_destroy\`): Terraform forgets them first. Delete them by hand, or take them back with \`terraform import\` before the same design is applied again.`,
        ]
      : []),
  ]
}

/** What may hold data is taken out of the state, for a destroy would stop at it. */
function forgetLines(module: Written): readonly string[] {
  const kept = module.built.resources.filter(({ asked }) => asked.keep).map(({ address }) => address)
  return kept.length === 0 ? [] : [`${terraform(module)} state rm ${kept.join(' ')}`]
}

const readOutput =
  (modules: readonly Written[]): ReadDeployed =>
  (part, stack, fact) =>
    `${terraform(modules.find((one) => one.built.stack === stack)!)} output -raw ${outputName(stack, PREFIXES[fact], part.key)}`

function ownNotes(stacks: readonly StackPlan[]): readonly string[] {
  const some = (...names: readonly string[]) => stacks.some((stack) => has(stack, ...names))
  const isOwn = stacks.some((stack) =>
    stack.parts.some(
      (part) =>
        (part.name === 'route-table' && part.isMain) ||
        ((part.name === 'network-acl' || part.name === 'security-group') && part.isDefault),
    ),
  )
  return [
    ...(isOwn
      ? [
          'The drawn main route table, default network ACL and default security group are those that AWS makes with the VPC: Terraform takes them over, empties them and fills them as drawn. They go with the VPC.',
        ]
      : []),
    ...(some('instance')
      ? [
          'The image of instances is a variable, looked up once and kept in a file. Another image, subnet, private address or size of a network interface replaces an instance and what is on it.',
        ]
      : []),
    ...(some('lambda-function')
      ? [
          `The code of functions is a zip file, which the export holds as text: ${code(`${LAMBDA_FILE}.base64`)} is unpacked to ${code(LAMBDA_FILE)} before the first plan, and has to lie there at every later one.`,
        ]
      : []),
    ...(some('ecs-service')
      ? [
          'The variable task_count says how many copies of each ECS task run; with 0 the service is made and no task started.',
        ]
      : []),
  ]
}
