import type { Design } from '../../model/design.ts'
import { CHOICES } from '../aws/choices.ts'
import type { HandStep } from '../commands/handSteps.ts'
import { type Deployment, type DeploymentStep, planDeployment } from '../commands/planDeployment.ts'
import { namesOf } from '../commands/word.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { environmentLines } from '../readme/environmentLines.ts'
import { notesOf } from '../readme/notesOf.ts'
import type { DeployedFact, ReadDeployed } from '../readme/verifySection.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { ModuleStep } from './handSteps.ts'
import { LAMBDA_FILE } from './lambdaFile.ts'
import { outputName } from './outputs.ts'
import { readActions } from './readActions.ts'
import { CHOICE_VARIABLES } from './variables.ts'
import { PROVIDER_VERSION, TERRAFORM_VERSION } from './writeVersions.ts'
import type { Written } from './written.ts'

/** Files that `terraform` reads, or is told of, beside those of the export. */
const IMAGES_FILE = 'images.auto.tfvars'
const PLAN_FILE = 'hopwise.tfplan'

/** The README's words on applying, changing and destroying the modules. */
export function deployGuide(design: Design, modules: readonly Written[], byHand: readonly ModuleStep[]) {
  const deployment = planDeployment(modules, byHand)
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
      ...stepLines(modules, deployment),
      ...missingLines(deployment),
      '',
      `${code('terraform.tfvars.example')} lists every variable. Terraform keeps what it made in ${code('terraform.tfstate')} beside the files, unless you add a backend: without it, it knows nothing of what is there. Ids, DNS names and addresses are outputs:`,
      '',
      shellBlock(modules.map((one) => `${terraform(one)} output`)),
    ],
    environments: environmentLines(design.deploy?.environments ?? [], null),
    tearDown: tearDown(modules, deployment),
    read: readOutput(modules),
    notes: [
      'A changed name in the drawing changes tags only. What replaces a resource: another CIDR block, zone, VPC, service, or description of a security group. `terraform plan` says so before.',
      ...ownNotes(stacks),
      ...notesOf(stacks),
    ],
  }
}

const terraform = ({ folder }: Written): string => `terraform${folder === '' ? '' : ` -chdir=${folder}`}`
const inFolder = ({ folder }: Written, file: string): string => (folder === '' ? file : `${folder}/${file}`)
const has = (stack: StackPlan, ...names: readonly string[]): boolean =>
  stack.parts.some(({ name }) => names.includes(name))

const IMAGES = ['AmazonLinuxImage', 'WindowsImage'] as const
const imagesOf = ({ asks }: Written) =>
  IMAGES.filter((choice) => asks.some(({ name }) => name === CHOICE_VARIABLES[choice]))

/** What is done once before a module is applied for the first time. */
function firstLines(module: Written): readonly string[] {
  const file = inFolder(module, IMAGES_FILE)
  const images = imagesOf(module).map((choice) => {
    const read = `aws ssm get-parameter --region ${quoteShell(module.built.stack.regionCode)} --name ${CHOICES[choice].otherwise} --query Parameter.Value --output text`
    const name = CHOICE_VARIABLES[choice]
    // The image of the deployment stays
    return `grep -qs '^${name} ' ${file} || { image=$(${read}) && printf '${name} = "%s"\\n' "$image" >>${file}; }`
  })
  const zip = inFolder(module, LAMBDA_FILE)
  return [
    ...images,
    ...(has(module.built.stack, 'lambda-function') ? [`base64 --decode <${zip}.base64 >${zip}`] : []),
    `${terraform(module)} init`,
  ]
}

const applyLines = (module: Written): readonly string[] => [
  `${terraform(module)} plan -out=${PLAN_FILE}`,
  `${terraform(module)} apply ${PLAN_FILE}`,
]

/** Terraform reads each of these by itself. One file for each id: none is lost when the commands are run again. */
const idFile = (module: Written, name: string): string => inFolder(module, `${name}.auto.tfvars`)
const idLines = (modules: readonly Written[], module: Written, names: readonly string[]): readonly string[] =>
  names.map(
    (name) =>
      `echo "${name} = \\"$(${terraform(makerOf(modules, name)!)} output -raw ${name})\\"" >${idFile(module, name)}`,
  )
const makerOf = (modules: readonly Written[], name: string): Written | undefined =>
  modules.find(({ waits }) => waits.has(name))

const placeOf = ({ regionCode, accountId }: StackPlan): string =>
  `${code(regionCode)}${accountId === '' ? '' : `, account ${code(accountId)}`}`
const profileLine = (modules: readonly Written[], stack: StackPlan): readonly string[] =>
  new Set(modules.map((one) => one.built.stack.accountId)).size > 1
    ? [`export AWS_PROFILE=${quoteShell(`profile-of-${stack.accountId}`)}`]
    : []

type Step = DeploymentStep<Written>

function stepLines(modules: readonly Written[], { steps }: Deployment<Written>): string[] {
  return steps.flatMap((step, index) => {
    const gap = index === 0 ? [] : ['']
    if (step.deploy === undefined) return [...gap, ...handLines(modules, step.byHand)]
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
      ...(isUpdate ? [] : firstLines(deploy)),
      ...idLines(
        modules,
        deploy,
        parameters.filter((name) => !before.includes(name)),
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

function handLines(modules: readonly Written[], { title, commands, later, stack, takes }: HandStep): string[] {
  const names = namesOf([...commands, ...(later?.commands ?? [])].join('\n'))
  const read = names.map(
    (name, index) =>
      `id_${name}=$(${terraform(makerOf(modules, takes[index]!) ?? modules[0]!)} output -raw ${takes[index]!})`,
  )
  const lines = (all: readonly string[]): string[] => all.flatMap((one) => one.split('\n'))
  return [
    `By hand: ${plain(title)}${modules.length > 1 ? `, in ${placeOf(stack)}` : ''}:`,
    '',
    shellBlock([...profileLine(modules, stack), ...read, ...lines(commands)]),
    ...(later ? ['', `${plain(later.words)}:`, '', shellBlock(lines(later.commands))] : []),
  ]
}

/** Ids that nothing in the export makes. */
function missingLines({ missing }: Deployment<Written>): string[] {
  if (missing.length === 0) return []
  const items = missing.flatMap(({ unit, names }) =>
    names.map((name) => {
      const { description } = unit.asks.find((one) => one.name === name)!
      return `- ${code(name)}${unit.folder === '' ? '' : ` of ${code(unit.folder)}`}: ${plain(description)}.`
    }),
  )
  return [
    '',
    `These ids come from outside the drawing, or wait for one that does. Write them into ${code('terraform.tfvars')} of the module; what needs them is left out until then:`,
    '',
    ...items,
  ]
}

/** The way back: what was applied last with ids of others is applied without them, and what was made first goes last. */
function tearDown(modules: readonly Written[], { steps }: Deployment<Written>): string[] {
  const lines = [...steps.keys()].reverse().flatMap((index) => {
    const step = steps[index]!
    if (step.deploy === undefined) return []
    const { deploy, parameters, isUpdate } = step
    const before = knownBefore(steps, index)
    const files = parameters.filter((name) => !before.includes(name)).map((name) => idFile(deploy, name))
    const forgetIds = files.length > 0 ? [`rm -f ${files.join(' ')}`] : []
    return [
      ...profileLine(modules, deploy.built.stack),
      ...(isUpdate
        ? [...forgetIds, ...applyLines(deploy)]
        : [...forgetLines(deploy), `${terraform(deploy)} destroy`, ...forgetIds]),
    ]
  })
  const stacks = modules.map(({ built }) => built.stack)
  return [
    shellBlock(lines),
    ...(stacks.some((stack) => has(stack, 'endpoint-service'))
      ? [
          '',
          'AWS deletes no endpoint service that endpoints are connected to. Reject those that no module here made: aws ec2 reject-vpc-endpoint-connections.',
        ]
      : []),
    ...(stacks.some((stack) => has(stack, 'bucket', 'table'))
      ? [
          '',
          'Buckets and tables stay, because they may hold data (`prevent_destroy`): Terraform forgets them first. Delete them by hand, or take them back with `terraform import` before the same design is applied again.',
        ]
      : []),
  ]
}

/** What may hold data is taken out of the state, for a destroy would stop at it. */
function forgetLines(module: Written): readonly string[] {
  const kept = module.built.resources.filter(({ asked }) => asked.keep).map(({ address }) => address)
  return kept.length === 0 ? [] : [`${terraform(module)} state rm ${kept.join(' ')}`]
}

/** Which output tells a fact. */
const PREFIXES: Readonly<Record<DeployedFact, string>> = {
  address: 'private_ip',
  name: 'dns_name',
  function: 'name',
  api: 'id',
  id: 'id',
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
