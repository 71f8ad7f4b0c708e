import { CHOICES } from '../aws/choices.ts'
import type { HandStep } from '../commands/handSteps.ts'
import type { Deployment, DeploymentStep } from '../commands/planDeployment.ts'
import { scriptText } from '../commands/scriptText.ts'
import { settingLines } from '../commands/settingLine.ts'
import { regionWord, variable } from '../commands/word.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { Variable } from '../plan/variables.ts'
import { keptData } from '../readme/keptData.ts'
import { printable } from '../text/printable.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { VerifyWords } from '../verify/writeVerifyScript.ts'
import { factOutput, outputName } from './buildOutputs.ts'
import { DEPLOY_FUNCTIONS } from './deployFunctions.ts'
import { IMAGES } from './parameters.ts'
import type { Written } from './written.ts'

/** What the scripts of one export share. */
export interface Stacks {
  readonly title: string
  readonly deployment: string
  readonly templates: readonly Written[]
  /** What differs between environments in any of the stacks. */
  readonly variables: readonly Variable[]
  /** Account of a stack -> its label, and the word for its number. */
  readonly accounts: ReadonlyMap<string, { readonly label: string; readonly number: string }>
}

const ROLES: readonly string[] = ['lambda-role', 'ecs-role', 'peering-role', 'instance-role']

/** What CloudFormation wants said before it makes roles, and those under names of one's own. */
const capabilitiesOf = ({ parts }: StackPlan): string =>
  parts.some(({ name }) => name === 'role' || name === 'user')
    ? 'CAPABILITY_NAMED_IAM'
    : parts.some(({ name }) => ROLES.includes(name))
      ? 'CAPABILITY_IAM'
      : "''"

/** The script that deploys the stacks in the order in which they need each other, with what has to be done by hand in between. */
export function writeDeployScript(stacks: Stacks, deployment: Deployment<Written>): string {
  const { templates } = stacks
  const passed = new Set([
    ...deployment.steps.flatMap((step) => (step.deploy ? step.parameters : step.byHand.takes)),
    ...templates.flatMap(({ given }) => [...given.keys()]),
  ])
  const handFunctions = deployment.steps.flatMap((step, index) =>
    step.deploy
      ? []
      : [
          functionOf(`step_${index + 1}`, commandsOnce(step.byHand)),
          ...(step.byHand.later ? [functionOf(`later_${index + 1}`, step.byHand.later.commands)] : []),
        ],
  )
  const body = [
    ...head(stacks),
    `held=no left=''`,
    ...[...passed].map((name) => `id_${name}=\${HOPWISE_ID_${name}:-}`),
    ...handFunctions.flatMap((text) => ['', text]),
    ...deployment.steps.flatMap((step, index) => ['', ...stepLines(stacks, step, index, passed)]),
    '',
    'if [[ -n $left ]]; then',
    '  heading "Left to be done:$left"',
    '  exit 1',
    'fi',
    'if [[ $held == yes ]]; then heading "Nothing was executed."; else heading "All of it is deployed."; fi',
  ].join('\n')
  return script(
    [
      `Deploys what the design “${stacks.title}” draws, with CloudFormation.`,
      ...usageOf('deploy.sh', stacks, '[--yes] [--no-execute] '),
      '--no-execute makes change sets and shows them. --yes asks nothing.',
      ...(templates.length > 1 ? ['Stacks come in the order in which they need each other, some more than once.'] : []),
    ],
    body,
  )
}

/** The script that deletes the stacks, last deployed first. */
export function writeStackTeardown(stacks: Stacks, { steps }: Deployment<Written>): string {
  const order: Written[] = []
  for (const step of [...steps].reverse()) if (step.deploy && !order.includes(step.deploy)) order.push(step.deploy)
  const body = [
    ...head(stacks),
    `left=''`,
    '',
    ...order.flatMap((one) => [asLine(stacks, one), `remove ${stackWord(one)} ${regionWord(one.stack)}`]),
    '',
    'if [[ -n $left ]]; then',
    '  heading "Not deleted:$left"',
    '  exit 1',
    'fi',
    `heading "All stacks are deleted. ${keptData(order.map(({ stack }) => stack)) ?? 'Buckets and tables'} stay, because they may hold data."`,
  ].join('\n')
  return script(
    [
      `Deletes the stacks of the design “${stacks.title}”, last deployed first.`,
      ...usageOf('teardown.sh', stacks, '[--yes] '),
      'Only stacks that deploy.sh made are deleted: they carry the tag hopwise:design. --yes asks nothing.',
    ],
    body,
  )
}

const profilesOf = ({ accounts }: Stacks): string => {
  const labels = [...accounts.values()].map(({ label }) => label).filter((label) => label !== '')
  return labels.length === 0 ? '[--profile PROFILE]' : labels.map((one) => `[--profile-${one} PROFILE]`).join(' ')
}
const usageOf = (name: string, stacks: Stacks, options: string): string[] => [
  `  ${name} [--env NAME] ${options}${profilesOf(stacks)}`,
  '--env NAME means environments/NAME.env and parameters/NAME*.json.',
]

const script = (purpose: readonly string[], body: string): string =>
  scriptText({ purpose, quiet: 'SC1112,SC2034,SC2329', strict: 'set -euo pipefail' }, DEPLOY_FUNCTIONS, body)

/** Options and settings, and whether the credentials are right: before anything is done. */
const head = (stacks: Stacks): string[] => [
  `here=$(cd "$(dirname "$0")" && pwd)`,
  `own_profile=\${AWS_PROFILE:-}`,
  'options "$@"',
  ...settingLines(stacks.variables, stacks.deployment),
  ...new Set(stacks.templates.map((one) => asLine(stacks, one))),
]

function asLine({ accounts }: Stacks, { stack }: Written): string {
  const { label, number } = accounts.get(stack.accountId)!
  return `as ${quoteShell(label)} ${number} ${regionWord(stack)} --profile${label === '' ? '' : `-${label}`}`
}

/** How verify.sh reaches what the stacks made. */
export const verifyWords = (stacks: Stacks): VerifyWords => ({
  deployment: stacks.deployment,
  as: (stack) => asLine(stacks, templateOf(stacks, stack)),
  read: (part, stack, fact) => {
    const [name, pick] = factOutput(part, stack, fact)
    return `output ${stackWord(templateOf(stacks, stack))} ${regionWord(stack)} ${name}${pick}`
  },
  profiles: profilesOf(stacks),
})
const templateOf = ({ templates }: Stacks, stack: StackPlan): Written => templates.find((one) => one.stack === stack)!

const stackWord = ({ label }: Written): string => (label === '' ? '"$design"' : `"$design-${label}"`)

/** The commands, but for those of which AWS tells that they were run before. */
function commandsOnce({ part, stack, commands, found }: HandStep): readonly string[] {
  const unless = (done: string, command: readonly string[]): string =>
    [`if ${done}; then`, ...indented(command), 'fi'].join('\n')
  return commands.map((one) => {
    if (!one.startsWith('aws ')) return one
    // AWS answers with what it refused, and calls that a success
    if (part.name === 'connection-acceptance') {
      const ids = [part.service, part.endpoint].map((key) => variable(stack, key)).join(' ')
      return unless(`! is_accepted ${regionWord(stack)} ${ids}`, [
        `problem=$(${one})`,
        '[[ -z $problem || $problem == None ]] || fail "$problem"',
      ])
    }
    return found === null ? one : [`found=$(${found})`, unless('[[ -z $found || $found == None ]]', [one])].join('\n')
  })
}

const indented = (commands: readonly string[]): string[] =>
  commands.flatMap((one) => one.split('\n')).map((line) => `  ${line}`)

const functionOf = (name: string, commands: readonly string[]): string =>
  [`${name}() {`, ...indented(commands), '}'].join('\n')

function stepLines(
  stacks: Stacks,
  step: DeploymentStep<Written>,
  index: number,
  passed: ReadonlySet<string>,
): string[] {
  if (step.deploy === undefined) {
    const { title, stack, takes, later } = step.byHand
    const here = stacks.templates.find((one) => one.stack === stack)!
    return [
      asLine(stacks, here),
      ['by_hand', quoteShell(printable(title)), `step_${index + 1}`, ...takes.map((name) => `"$id_${name}"`)].join(' '),
      ...(later ? [`later ${quoteShell(printable(later.words))} later_${index + 1}`] : []),
    ]
  }
  const one = step.deploy
  const { parameters, stack, path, label, given } = one
  const region = regionWord(stack)
  const images = IMAGES.filter((name) => name in parameters)
  const lists = [...stack.managedLists].filter(([key]) => nameOf(stack, key) in parameters)
  const own = new Set(stacks.variables.map(({ name }) => name))
  // What the script itself goes by is the same for the stacks
  const variables = one.variables.map(({ name, drawn }) =>
    own.has(name) ? `"+${name}=$${name}"` : quoteShell(`${name}=${drawn}`),
  )
  const said = new Set<string>([
    ...images,
    ...lists.map(([key]) => nameOf(stack, key)),
    ...one.variables.map(({ name }) => name),
  ])
  const kept = Object.keys(parameters).filter((name) => !said.has(name))
  const words = [
    stackWord(one),
    region,
    quoteShell(path),
    `"\${HOPWISE_ENV:+$here/parameters/$HOPWISE_ENV${label === '' ? '' : `-${label}`}.json}"`,
    quoteShell(kept.join(' ')),
    capabilitiesOf(stack),
    ...images.map((name) => `"+${name}=$${name}"`),
    ...lists.map(([key]) => `"+${nameOf(stack, key)}=$${nameOf(stack, key)}"`),
    ...[...given.keys()].map((name) => `"$(given ${name} "$id_${name}")"`),
    ...variables,
  ]
  const makes = [...passed].filter((name) => one.waits.has(name))
  return [
    asLine(stacks, one),
    ...images.map((name) => `${name}=$(image ${stackWord(one)} ${region} ${name} ${CHOICES[name].otherwise})`),
    ...lists.map(([key, listName]) => `${nameOf(stack, key)}=$(managed_list ${region} ${listWord(listName, one)})`),
    ['deploy', ...words].join(' '),
    ...makes.map((name) => `id_${name}=$(output ${stackWord(one)} ${region} ${outputName(name)})`),
  ]
}

/** The name of a list with the Region that is deployed to. */
const listWord = (listName: string, { stack }: Written): string =>
  listName
    .split(stack.regionCode)
    .map((piece) => (piece === '' ? '' : quoteShell(piece)))
    .join(regionWord(stack))
