import { hexOf } from '../../base/hash.ts'
import { spellOut } from '../../base/words.ts'
import { listConstructs } from '../../model/containment.ts'
import type { Design, SavedRequest } from '../../model/design.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { parseAddress } from '../../net/address.ts'
import type { Part, PartName } from '../plan/part.ts'
import { homeVpc } from '../plan/places.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { ExpectedAnswer } from '../types.ts'

/** What a check needs of something deployed: the address or name that requests go to, a function's name, an API's id. */
export type DeployedFact = 'address' | 'name' | 'function' | 'api' | 'id'
/** A command that prints it, out of the outputs of a stack or the record of a script. */
export type ReadDeployed = (part: Part, stack: StackPlan, fact: DeployedFact) => string

/** How to try the saved requests on what was deployed, and what they should come to. */
export function verifySection(
  design: Design,
  plan: ExportPlan,
  read: ReadDeployed,
  answers: readonly ExpectedAnswer[],
): string[] {
  if (design.requests.length === 0) return []
  const look = lookIn(plan, read)
  const expected = new Map(answers.map((one) => [one.id, one]))
  return [
    '## Check it',
    '',
    '`bash verify.sh` tries the requests saved with the design on what was deployed, and holds what it sees against the simulation: from instances by Run Command of Systems Manager, from functions by calling them, with `--local` from where you are. `--reachability` asks Reachability Analyzer, which costs money for each request; `--json` prints lines that `hopwise test DESIGN --observed FILE` compares with the design. The exit code is 1 where something differs; what cannot be tried says so. It takes ssm:SendCommand, ssm:GetCommandInvocation and lambda:InvokeFunction, and for the analyses ec2:CreateNetworkInsightsPath, ec2:StartNetworkInsightsAnalysis, ec2:DescribeNetworkInsightsAnalyses, ec2:DeleteNetworkInsightsAnalysis and ec2:DeleteNetworkInsightsPath. An instance has to be known to Systems Manager, for which it needs a role and a way there.',
    ...sessionLines(plan),
    '',
    'The same by hand. The first lines of a block read what was deployed, where the files and credentials are; the others run where the request starts, with the values of the first. A time-out means that a route, a security group or a network ACL stands in the way. For `curl` any status is a connection (403 and 404 come from the service, not from the network), and 000 is none.',
    '',
    ...design.requests.flatMap((saved) => [
      `**${plain(saved.name === '' ? saved.id : saved.name)}**, from ${startOf(design, saved)}. Expected: ${expectationOf(saved, expected.get(saved.id))}.`,
      '',
      shellBlock(commandsOf(design, plan, saved, look)),
      '',
    ]),
  ]
}

/** By what Systems Manager reaches the exported instances, as far as the drawing tells. */
function sessionLines({ stacks }: ExportPlan): readonly string[] {
  const parts = stacks.flatMap((stack) => stack.parts)
  const instances = parts.filter((part) => part.name === 'instance')
  if (instances.length === 0) return []
  if (instances.every(({ profile }) => profile === null))
    return [
      '',
      'The exported instances come without a role. The option “Session Manager” of the design gives them one.',
    ]
  const endpoints = parts.filter((part) => part.name === 'interface-endpoint')
  const vpcs = new Set(
    instances.flatMap(({ interfaces }) =>
      interfaces.flatMap(({ subnet }) => {
        const own = parts.find(({ key }) => key === subnet)
        return own?.name === 'subnet' ? [own.vpc] : []
      }),
    ),
  )
  const lines = [...vpcs].map((vpc) => {
    const there = new Set(
      endpoints.flatMap((part) =>
        part.vpc === vpc && part.service.part === undefined && part.privateDns
          ? [part.service.name.split('.').at(-1)!]
          : [],
      ),
    )
    const missing = SESSION_SERVICES.filter((service) => !there.has(service))
    return missing.length === 0
      ? `- ${code(vpc)} has them all.`
      : `- ${code(vpc)} has no endpoint with private DNS for ${missing.map(code).join(', ')}: there instances need a way to the internet.`
  })
  return [
    '',
    `The exported instances have a role with AmazonSSMManagedInstanceCore, by which Systems Manager and its Session Manager reach them. Their way there, on TCP 443, are endpoints for ${SESSION_SERVICES.map(code).join(' and ')} (older agents also ask ${code('ec2messages')}), or a way to the internet:`,
    '',
    ...lines,
  ]
}
/** Source: Systems Manager user guide, VPC endpoints for Systems Manager. */
const SESSION_SERVICES = ['ssm', 'ssmmessages'] as const

/** The command for a fact of a construct's own part, if it is made by that name. */
export type Look = (construct: Construct, name: PartName, fact: DeployedFact) => string | null

/** Looks for what was made, in all stacks. */
export const lookIn =
  (plan: ExportPlan, read: ReadDeployed): Look =>
  (construct, name, fact) => {
    for (const stack of plan.stacks) {
      const part = stack.byKey.get(construct.id)
      if (part && part.name === name) return read(part, stack, fact)
    }
    return null
  }

export const findConstruct = (design: Design, text: string): Construct | null =>
  (Object.hasOwn(design.constructs, text) ? design.constructs[text]! : null) ??
  listConstructs(design).find((one) => one.name === text) ??
  null

function startOf(design: Design, { request }: SavedRequest): string {
  const construct = findConstruct(design, request.from)
  return construct?.kind === 'client' && construct.runtime === 'lambda'
    ? `the function ${code(request.from)}`
    : code(request.from)
}

function expectationOf({ expect }: SavedRequest, answer: ExpectedAnswer | undefined): string {
  if (!expect && answer)
    return `${spellOut(answer.verdict)}${answer.symptom === null ? '' : ` (${spellOut(answer.symptom)})`}, by the simulation`
  if (!expect) return 'not stated'
  const details = [
    expect.symptom?.replaceAll('-', ' '),
    expect.path && `by way of ${expect.path.replaceAll('-', ' ')}`,
  ].filter(Boolean)
  return `${expect.verdict.replaceAll('-', ' ')}${details.length > 0 ? ` (${details.join(', ')})` : ''}`
}

function commandsOf(design: Design, plan: ExportPlan, { request }: SavedRequest, look: Look): string[] {
  const from = findConstruct(design, request.from)
  const target = targetOf(design, request.to, look)
  const port = request.port ?? 443
  if (from?.kind === 'client' && from.runtime === 'lambda') {
    const name = look(from, 'lambda-function', 'function')
    const payload =
      target.typed === null
        ? `"{\\"host\\":\\"$target\\",\\"port\\":${port}}"`
        : quoteShell(JSON.stringify({ host: target.typed, port }))
    return [
      ...target.lines,
      ...(name === null ? [] : [`function=$(${name})`]),
      `aws lambda invoke --function-name "\${function:?is not deployed}" --cli-binary-format raw-in-base64-out --payload ${payload} /dev/stdout`,
    ]
  }
  return [
    ...target.lines,
    ...(target.isName ? [`dig +short ${target.word}${addressesOf(plan, design, request)}`] : []),
    connectTo(target, request.protocol, port),
  ]
}

/** What a name should come to, where an endpoint of the client's VPC answers for it: addresses in the subnets of its interfaces. */
function addressesOf({ stacks }: ExportPlan, design: Design, { from, to }: SavedRequest['request']): string {
  const client = findConstruct(design, from)
  const vpc = client && homeVpc(design, client)?.id
  const host = to.toLowerCase()
  const named = findConstruct(design, to)
  for (const stack of stacks)
    for (const part of stack.parts) {
      if (part.name !== 'interface-endpoint') continue
      const answers = part.vpc === vpc && part.privateNames.some((name) => isBelow(host, name))
      if (!answers && named?.id !== part.construct.id) continue
      const blocks = part.subnets.flatMap(({ subnet }) => {
        const own = stack.byKey.get(subnet)
        return own?.name === 'subnet' && own.cidr !== null ? [own.cidr] : []
      })
      if (blocks.length > 0) return ` # addresses in ${blocks.join(', ')}`
    }
  return ''
}

/** Whether a private name, or its wildcard, is of that host. */
const isBelow = (host: string, name: string): boolean =>
  host === name || (name.startsWith('*.') && host.endsWith(name.slice(1)))

/** Where a request goes: as typed, or what reads it of what was deployed. */
export interface Target {
  /** Lines of the shell that read it into `target`, and the word for it. */
  readonly lines: readonly string[]
  readonly word: string
  readonly typed: string | null
  readonly isName: boolean
  /** What tells it, and what stands before and after it in the name; null where it is typed or not deployed. */
  readonly read: { readonly by: string; readonly before: string; readonly after: string } | null
  /** What is not deployed with this. */
  readonly missing: string | null
}

function connectTo({ word, typed }: Target, protocol: SavedRequest['request']['protocol'], port: number): string {
  if (protocol === 'icmp') return `ping -c 3 ${word}`
  if (protocol === 'udp') return `nc -u -v -z -w 5 ${word} ${port}`
  if (port === 443)
    return `curl -sS -o /dev/null -w '%{http_code} from %{remote_ip}\\n' --connect-timeout 5 ${typed === null ? '"https://$target/"' : quoteShell(`https://${typed}/`)}`
  return `nc -v -z -w 5 ${word} ${port}`
}

/** A name or address as typed. That of something deployed is read, whether the request names the thing or a name that was drawn for it. */
export function targetOf(design: Design, to: string, look: Look): Target {
  const construct = findConstruct(design, to)
  if (construct) return deployedTarget(construct, '', look)
  const named = namedIn(design, to.toLowerCase())
  if (named) return deployedTarget(named.construct, named.before, look, named.after)
  const isName = parseAddress(to) === null
  return { lines: [], word: quoteShell(to), typed: to, isName, read: null, missing: null }
}

function deployedTarget(construct: Construct, before: string, look: Look, after = ''): Target {
  const read =
    look(construct, 'instance', 'address') ??
    look(construct, 'network-balancer', 'name') ??
    look(construct, 'application-balancer', 'name') ??
    look(construct, 'interface-endpoint', 'name') ??
    look(construct, 'api', 'api')
  const isName = construct.kind !== 'client'
  if (read === null)
    return {
      lines: [`target='' # the address of ${construct.id}, which is not deployed with this`],
      word: '"$target"',
      typed: null,
      isName,
      read: null,
      missing: construct.id,
    }
  const lines = [`target=$(${read})`]
  // Endpoints of S3 answer below a wildcard
  if (before !== '' || after !== '')
    lines.push(`target=${quoteShell(before)}"\${target#\\*.}"${quoteShell(after)}`.replaceAll("''", ''))
  return { lines, word: '"$target"', typed: null, isName, read: { by: read, before, after }, missing: null }
}

/** The construct that a drawn name is of: AWS will give it another one. */
function namedIn(design: Design, host: string): { construct: Construct; before: string; after: string } | null {
  for (const construct of listConstructs(design)) {
    if (construct.kind === 'api-gateway-api' && host.startsWith(`${construct.apiId.toLowerCase()}.execute-api.`))
      return { construct, before: '', after: host.slice(construct.apiId.length) }
    const own = 'dnsLabel' in construct ? construct.dnsLabel : 'dnsName' in construct ? construct.dnsName : undefined
    if (own === undefined || !host.includes(own?.toLowerCase() || hexOf(construct.id, 16))) continue
    const before = construct.kind === 'interface-endpoint' ? host.slice(0, Math.max(0, host.search(/vpce-/))) : ''
    return { construct, before, after: '' }
  }
  return null
}
