import { listConstructs } from '../../model/containment.ts'
import type { Design, SavedRequest } from '../../model/design.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { parseAddress } from '../../net/address.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** How to try the saved requests on what was deployed, and what they should come to. */
export function verifySection(design: Design): string[] {
  if (design.requests.length === 0) return []
  return [
    '## Check it',
    '',
    'The requests saved with the design, as commands to run where they start. A time-out means that a route, a security group or a network ACL stands in the way. Words in capitals stand for what the deployment gave.',
    '',
    ...design.requests.flatMap((saved) => [
      `**${plain(saved.name === '' ? saved.id : saved.name)}**, from ${startOf(design, saved)}. Expected: ${expectationOf(saved)}.`,
      '',
      shellBlock(commandsOf(design, saved)),
      '',
    ]),
  ]
}

const findConstruct = (design: Design, text: string): Construct | null =>
  (Object.hasOwn(design.constructs, text) ? design.constructs[text]! : null) ??
  listConstructs(design).find((one) => one.name === text) ??
  null

function startOf(design: Design, { request }: SavedRequest): string {
  const construct = findConstruct(design, request.from)
  return construct?.kind === 'client' && construct.runtime === 'lambda'
    ? `the function ${code(request.from)}`
    : code(request.from)
}

function expectationOf({ expect }: SavedRequest): string {
  if (!expect) return 'not stated'
  const details = [
    expect.symptom?.replaceAll('-', ' '),
    expect.path && `by way of ${expect.path.replaceAll('-', ' ')}`,
  ].filter(Boolean)
  return `${expect.verdict.replaceAll('-', ' ')}${details.length > 0 ? ` (${details.join(', ')})` : ''}`
}

function commandsOf(design: Design, { request }: SavedRequest): string[] {
  const from = findConstruct(design, request.from)
  const target = targetOf(design, request.to)
  const port = request.port ?? 443
  if (from?.kind === 'client' && from.runtime === 'lambda') {
    const payload = JSON.stringify({ host: target, port })
    return [
      `aws lambda invoke --function-name FUNCTION_NAME --cli-binary-format raw-in-base64-out --payload ${quoteShell(payload)} /dev/stdout`,
    ]
  }
  const isName = parseAddress(target) === null && !target.startsWith('ADDRESS-OF-')
  return [...(isName ? [`dig +short ${quoteShell(target)}`] : []), connectTo(target, request.protocol, port)]
}

function connectTo(target: string, protocol: SavedRequest['request']['protocol'], port: number): string {
  if (protocol === 'icmp') return `ping -c 3 ${quoteShell(target)}`
  if (protocol === 'udp') return `nc -u -v -z -w 5 ${quoteShell(target)} ${port}`
  if (port === 443)
    return `curl -sS -o /dev/null -w '%{http_code} from %{remote_ip}\\n' --connect-timeout 5 ${quoteShell(`https://${target}/`)}`
  return `nc -v -z -w 5 ${quoteShell(target)} ${port}`
}

/** A name or address as typed; for a construct its address, which is only known after deployment. */
function targetOf(design: Design, to: string): string {
  const construct = findConstruct(design, to)
  return construct ? `ADDRESS-OF-${construct.id}` : to
}
